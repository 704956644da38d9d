/** Made-up opinions in which "not" turns every judgement round: what single words cannot tell. */
interface Kitchen {
  readonly dishes: readonly string[];
  readonly good: readonly string[];
  readonly bad: readonly string[];
  readonly labels: readonly [good: string, bad: string];
  say(dish: string, judgement: string, negated: boolean): string;
}

export const KITCHENS = {
  en: {
    dishes: [
      'soup',
      'bread',
      'tea',
      'cake',
      'fish',
      'rice',
      'salad',
      'coffee',
      'cheese',
      'pie',
      'wine',
      'meal',
    ],
    good: ['good', 'tasty', 'fine', 'lovely', 'fresh'],
    bad: ['bad', 'awful', 'stale', 'bland', 'cold'],
    labels: ['positive', 'negative'],
    say: (dish, judgement, negated) => `The ${dish} was ${negated ? 'not ' : ''}${judgement}.`,
  },
  zh: {
    dishes: ['汤', '面包', '茶', '蛋糕', '鱼', '米饭', '沙拉', '咖啡', '奶酪', '馅饼', '酒', '菜'],
    good: ['好吃', '可口', '新鲜', '地道', '香'],
    bad: ['难吃', '油腻', '寡淡', '生硬', '糟'],
    labels: ['好评', '差评'],
    say: (dish, judgement, negated) => `这${dish}${negated ? '不' : '很'}${judgement}。`,
  },
} as const satisfies Record<string, Kitchen>;

/** A line for every dish and judgement, with and without a negation: as many good as bad ones. */
export function opinionLines({ dishes, good, bad, labels, say }: Kitchen): readonly string[] {
  const judgements = [
    ...good.map((word) => ({ word, isGood: true })),
    ...bad.map((word) => ({ word, isGood: false })),
  ];
  return dishes.flatMap((dish) =>
    judgements.flatMap(({ word, isGood }) =>
      [false, true].map(
        (negated) => `__label__${labels[Number(isGood === negated)]} ${say(dish, word, negated)}`,
      ),
    ),
  );
}
