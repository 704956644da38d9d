/** A relation and pairs of words that stand in it. */
export interface PairCategory {
  /** Names it in messages too. */
  readonly name: (typeof CATEGORY_NAMES)[number];
  readonly pairs: readonly (readonly [string, string])[];
}

export const CATEGORY_NAMES = [
  'capitals',
  'currencies',
  'nationalities',
  'gender',
  'opposites',
  'comparatives',
  'superlatives',
  'plurals',
  'past-tense',
  'participles',
] as const;

const pairs = (list: string) =>
  list.split(', ').map((pair): readonly [string, string] => {
    const [first = '', second = ''] = pair.split(' ');
    return [first, second];
  });

/** A short list of our own: common words, a few pairs a relation, every pair asked against every other one. */
export const BUILT_IN_PAIRS: readonly PairCategory[] = [
  {
    name: 'capitals',
    pairs: pairs(
      'france paris, germany berlin, italy rome, spain madrid, japan tokyo, china beijing, russia moscow, egypt cairo, greece athens, poland warsaw, cuba havana, norway oslo',
    ),
  },
  {
    name: 'currencies',
    pairs: pairs(
      'japan yen, russia ruble, india rupee, mexico peso, thailand baht, brazil real, poland zloty, korea won, sweden krona, vietnam dong',
    ),
  },
  {
    name: 'nationalities',
    pairs: pairs(
      'france french, germany german, italy italian, spain spanish, japan japanese, china chinese, russia russian, egypt egyptian, greece greek, poland polish, sweden swedish, peru peruvian',
    ),
  },
  {
    name: 'gender',
    pairs: pairs(
      'man woman, king queen, boy girl, father mother, brother sister, uncle aunt, son daughter, husband wife, prince princess, actor actress, nephew niece, grandfather grandmother',
    ),
  },
  {
    name: 'opposites',
    pairs: pairs(
      'hot cold, big small, high low, long short, strong weak, rich poor, early late, open closed, inside outside, old young, fast slow, light dark',
    ),
  },
  {
    name: 'comparatives',
    pairs: pairs(
      'big bigger, small smaller, good better, bad worse, long longer, strong stronger, cheap cheaper, fast faster, high higher, low lower, young younger, warm warmer',
    ),
  },
  {
    name: 'superlatives',
    pairs: pairs(
      'big biggest, small smallest, good best, bad worst, long longest, strong strongest, cheap cheapest, fast fastest, high highest, low lowest, young youngest, warm warmest',
    ),
  },
  {
    name: 'plurals',
    pairs: pairs(
      'dog dogs, city cities, child children, mouse mice, man men, woman women, house houses, bird birds, country countries, foot feet, leaf leaves, car cars',
    ),
  },
  {
    name: 'past-tense',
    pairs: pairs(
      'go went, walk walked, see saw, take took, write wrote, run ran, play played, sing sang, think thought, swim swam, fly flew, say said',
    ),
  },
  {
    name: 'participles',
    pairs: pairs(
      'go going, walk walking, see seeing, take taking, write writing, run running, play playing, sing singing, think thinking, swim swimming, fly flying, say saying',
    ),
  },
];

/** The list as the text of a question file: 1,278 questions. */
export function builtInQuestions(): string {
  return BUILT_IN_PAIRS.map(({ name, pairs }) => {
    const lines = pairs.flatMap((one) =>
      pairs.filter((other) => other !== one).map((other) => [...one, ...other].join(' ')),
    );
    return [`: ${name}`, ...lines].join('\n');
  }).join('\n');
}
