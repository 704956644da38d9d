import type { Catalogue } from '../../i18n/catalogue.ts';

const en = {
  'bias.axis-title': 'Words along a direction',
  'bias.pairs': 'Pairs that make the direction',
  'bias.pairs-hint':
    'Two words each, a comma between pairs, ten at most. From the first words to the second.',
  'bias.pairs-one': 'one pair',
  'bias.pairs-ten': 'ten pairs',
  'bias.words': 'Words to place on it',
  'bias.neutral': 'Neutralise these words',
  'bias.head-word': 'Word',
  'bias.before': 'as it is',
  'bias.after': 'neutralised',
  'bias.axis-caption': 'Cosine with the direction from {low} to {high}',
  'bias.missing': 'These vectors lack: {words}.',
  'bias.no-pair': 'No pair: {parts}. A pair is two words.',
  'bias.flat':
    'Left out: {pairs}. Both words of such a pair have the same vector, so there is no way from one to the other.',
  'bias.why-flat':
    'There is no pair left that has a direction. Type two different words that these vectors have.',
  'bias.why-even':
    'These pairs differ in several directions equally, and none is the first. Take one of them out, or add another.',
  'bias.shares': 'Share of the pairs’ variance along each component',
  'bias.shares-says':
    '{count, plural, =1 {One pair has one direction.} other {The direction is the first of # components; it has {share} of the variance.}}',
  'bias.gone': 'nothing left',

  'bias.step-title': 'Neutralise a word, equalise a pair',
  'bias.direction': 'Direction',
  'bias.from-one': 'he → she',
  'bias.from-ten': 'from ten pairs',
  'bias.word': 'Word to neutralise',
  'bias.pair': 'Pair to equalise',
  'bias.need-pair': 'Type two different words.',
  'bias.same-side':
    '{a} and {b} lie equally far along the direction. Neither belongs to one side of it, and they cannot be equalised.',
  'bias.no-vector': 'One of these words has no direction.',
  'bias.nothing': '{word} is nothing but the direction: without it, no vector is left.',
  'bias.stages': 'Cosines, stage by stage',
  'bias.head-stage': 'Stage',
  'bias.stage-before': 'as they are',
  'bias.stage-neutral': '{word} neutralised',
  'bias.stage-equal': 'the pair equalised too',
  'bias.head-along': '{word}, along g',
  'bias.head-cosine': 'cos({a}, {b})',
  'bias.head-difference': 'difference',
  'bias.arithmetic':
    'v · g = {along}, so ‖v − (v · g)g‖ = √(1 − {along}²) = {rest}, and the rest is divided by that.',
  'bias.arithmetic-pair':
    'What the pair has in common across g, ν, has length {common}, so each of the two lies √(1 − {common}²) = {apart} along g, one to either side.',
  'bias.drawing':
    'Each word as a point: how far it lies along the direction, and how much of its length is across it. Hollow before, filled after. {rows}',

  'bias.left-title': 'What is left when every word is neutral',
  'bias.most': 'Words of each side',
  'bias.working': 'Neutralising {count} words …',
  'bias.head-test': 'Question',
  'bias.head-before': 'before',
  'bias.head-after': 'after',
  'bias.test-along': 'Largest |cosine| of any word with the direction',
  'bias.test-centre': 'Side guessed from the nearer middle, words held out',
  'bias.test-cluster': 'Side that two clusters (k-means) agree with',
  'bias.test-correlation':
    'Correlation over the words below: former cosine, and share of neighbours from the {high} side',
  'bias.chance': '{share} would be chance.',
  'bias.map': 'The two groups on the plane in which they vary most, {when}. Colours and shapes: former side.',
  'bias.side': '{word} side',
  'bias.farthest': 'Farthest to the {word} side: {words} …',
  'bias.neighbours': 'Of the 100 nearest words, how many were on the {high} side ({base} of all words were)',
  'bias.head-cos': 'former cosine',
} as const;

type Code = keyof typeof en;

const zh: Record<Code, string> = {
  'bias.axis-title': '词在一个方向上的位置',
  'bias.pairs': '用来求方向的词对',
  'bias.pairs-hint': '每对两个词，词对之间用逗号，最多 10 对。方向从前一个词指向后一个词。',
  'bias.pairs-one': '一对',
  'bias.pairs-ten': '十对',
  'bias.words': '要放上去的词',
  'bias.neutral': '把这些词中和',
  'bias.head-word': '词',
  'bias.before': '原来',
  'bias.after': '中和后',
  'bias.axis-caption': '与从 {low} 到 {high} 的方向的余弦',
  'bias.missing': '这组向量里没有：{words}。',
  'bias.no-pair': '不是词对：{parts}。一对是两个词。',
  'bias.flat': '没有用上：{pairs}。这样一对词的向量相同，从一个到另一个没有方向可言。',
  'bias.why-flat': '没有剩下任何有方向的词对。请输入这组向量里有的两个不同的词。',
  'bias.why-even': '这些词对在几个方向上的差异一样大，分不出第一个。请去掉一对，或再加一对。',
  'bias.shares': '词对的方差在各个成分上的份额',
  'bias.shares-says':
    '{count, plural, =1 {一对词只有一个方向。} other {方向是 # 个成分中的第一个，占方差的 {share}。}}',
  'bias.gone': '什么也没剩下',

  'bias.step-title': '中和一个词，均衡一对词',
  'bias.direction': '方向',
  'bias.from-one': 'he → she',
  'bias.from-ten': '由十对词求出',
  'bias.word': '要中和的词',
  'bias.pair': '要均衡的词对',
  'bias.need-pair': '请输入两个不同的词。',
  'bias.same-side': '{a} 和 {b} 在这个方向上一样远，谁也不属于某一侧，无法均衡。',
  'bias.no-vector': '其中有一个词没有方向。',
  'bias.nothing': '{word} 除了这个方向什么也没有：去掉之后没有向量剩下。',
  'bias.stages': '各阶段的余弦',
  'bias.head-stage': '阶段',
  'bias.stage-before': '原来',
  'bias.stage-neutral': '{word} 已中和',
  'bias.stage-equal': '词对也已均衡',
  'bias.head-along': '{word} 在 g 上',
  'bias.head-cosine': 'cos({a}, {b})',
  'bias.head-difference': '相差',
  'bias.arithmetic': 'v · g = {along}，所以 ‖v − (v · g)g‖ = √(1 − {along}²) = {rest}，剩下的部分再除以它。',
  'bias.arithmetic-pair':
    '这一对词在垂直于 g 的方向上共有的部分 ν 长 {common}，所以各自在 g 上走 √(1 − {common}²) = {apart}，一左一右。',
  'bias.drawing': '每个词是一个点：在这个方向上有多远，垂直于它的部分有多长。空心是之前，实心是之后。{rows}',

  'bias.left-title': '所有词都中和以后还剩下什么',
  'bias.most': '每一侧的词数',
  'bias.working': '正在中和 {count} 个词……',
  'bias.head-test': '问题',
  'bias.head-before': '之前',
  'bias.head-after': '之后',
  'bias.test-along': '所有词与该方向的余弦中，绝对值最大的',
  'bias.test-centre': '按离哪个中心更近来猜属于哪一侧（没有参与求中心的词）',
  'bias.test-cluster': '两个聚类（k-means）与两侧相符的比例',
  'bias.test-correlation': '下面这些词的相关系数：原来的余弦，与近邻中属于 {high} 一侧的比例',
  'bias.chance': '随机猜测是 {share}。',
  'bias.map': '两组词在差异最大的平面上，{when}。颜色和形状表示原来在哪一侧。',
  'bias.side': '{word} 一侧',
  'bias.farthest': '离 {word} 一侧最远的词：{words}……',
  'bias.neighbours': '最近的 100 个词里，有多少原来在 {high} 一侧（所有词里有 {base}）',
  'bias.head-cos': '原来的余弦',
};

/** What the figures about bias say. */
export const biasMessages: Catalogue<Code> = { en, zh };
