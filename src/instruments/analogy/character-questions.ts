export const CHARACTER_CATEGORIES = ['directions', 'times', 'kin', 'cries', 'measures'] as const;

/** Relations between single characters that Tang poems are full of, for the set of Chinese characters. */
export const CHARACTER_PAIRS: readonly {
  readonly name: (typeof CHARACTER_CATEGORIES)[number];
  readonly pairs: readonly string[];
}[] = [
  { name: 'directions', pairs: ['东西', '南北', '左右', '上下', '前后', '天地'] },
  { name: 'times', pairs: ['日月', '昼夜', '朝暮', '晨昏', '春秋', '夏冬'] },
  { name: 'kin', pairs: ['父母', '男女', '夫妇', '兄弟', '翁媪'] },
  { name: 'cries', pairs: ['马嘶', '莺啭', '猿啼', '犬吠', '虎啸', '鸡鸣', '龙吟'] },
  { name: 'measures', pairs: ['高低', '远近', '深浅', '长短', '多少', '新旧', '有无'] },
];

/** Every pair asked against every other one of its relation, as the text of a question file. */
export function characterQuestions(): string {
  return CHARACTER_PAIRS.map(({ name, pairs }) => {
    const lines = pairs.flatMap((one) =>
      pairs.filter((other) => other !== one).map((other) => Array.from(one + other).join(' ')),
    );
    return [`: ${name}`, ...lines].join('\n');
  }).join('\n');
}
