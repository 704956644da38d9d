import type { TermId } from '../components/prose/terms.ts';
import type { Locale } from '../i18n/locale.ts';

type Bilingual = Readonly<Record<Locale, string>>;

/** The curriculum's parts in reading order. */
export const PARTS = {
  foundations: { en: 'Foundations', zh: '基础' },
  sequences: { en: 'Sequence models', zh: '序列模型' },
  embeddings: { en: 'Word embeddings', zh: '词嵌入' },
} as const satisfies Record<string, Bilingual>;
export type PartId = keyof typeof PARTS;
export const PART_IDS = Object.keys(PARTS) as readonly PartId[];

interface Planned {
  readonly part: PartId;
  /** Short title: navigation, breadcrumb, prerequisites. */
  readonly title: Bilingual;
}

const planned = (part: PartId, en: string, zh: string): Planned => ({ part, title: { en, zh } });

/** Every lesson that the curriculum plans, written or not: a prerequisite must be one of them. */
export const PLANNED_SLUGS = {
  activations: planned('foundations', 'Activations', '激活函数'),
  regression: planned('foundations', 'Regression and autograd', '回归与自动求导'),
  mlp: planned('foundations', 'Hidden layers', '隐藏层'),
  losses: planned('foundations', 'Losses', '损失函数'),
  optimizers: planned('foundations', 'Optimisers', '优化器'),
  regularization: planned('foundations', 'Regularisation', '正则化'),
  notation: planned('sequences', 'Notation and one-hot', '记号与独热编码'),
  rnn: planned('sequences', 'The recurrent cell', '循环单元'),
  'rnn-types': planned('sequences', 'Kinds of RNN', 'RNN 的类型'),
  bptt: planned('sequences', 'Backprop through time', '随时间反向传播'),
  'language-model': planned('sequences', 'Language models', '语言模型'),
  vanishing: planned('sequences', 'Vanishing gradients', '梯度消失'),
  gru: planned('sequences', 'GRU', 'GRU'),
  lstm: planned('sequences', 'LSTM', 'LSTM'),
  bidirectional: planned('sequences', 'Bidirectional RNNs', '双向 RNN'),
  'deep-rnn': planned('sequences', 'Deep RNNs', '深层 RNN'),
  activity: planned('sequences', 'Human activity', '人体动作识别'),
  sentiment: planned('sequences', 'Sentiment', '情感分类'),
  tagging: planned('sequences', 'Name tagging', '人名标注'),
  seq2seq: planned('sequences', 'Encoder and decoder', '编码器与解码器'),
  attention: planned('sequences', 'Attention', '注意力'),
  embeddings: planned('embeddings', 'From one-hot to vectors', '从独热到向量'),
  tsne: planned('embeddings', 'Reading t-SNE', '读懂 t-SNE'),
  analogies: planned('embeddings', 'Analogies', '类比'),
  'neural-lm': planned('embeddings', 'Neural language model', '神经语言模型'),
  word2vec: planned('embeddings', 'Skip-gram and CBOW', 'Skip-gram 与 CBOW'),
  'hierarchical-softmax': planned('embeddings', 'Hierarchical softmax', '层次 softmax'),
  'negative-sampling': planned('embeddings', 'Negative sampling', '负采样'),
  glove: planned('embeddings', 'GloVe', 'GloVe'),
  fasttext: planned('embeddings', 'fastText', 'fastText'),
  bias: planned('embeddings', 'Bias in embeddings', '词嵌入中的偏见'),
} as const satisfies Record<string, Planned>;
export type PlannedSlug = keyof typeof PLANNED_SLUGS;

export const isPlanned = (slug: string): slug is PlannedSlug => Object.hasOwn(PLANNED_SLUGS, slug);

/** A setting of a lesson's figures, and the key under which a link carries it. */
export type Control =
  | {
      readonly kind: 'number';
      readonly key: string;
      readonly initial: number;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | {
      readonly kind: 'choice';
      readonly key: string;
      readonly initial: string;
      readonly options: readonly string[];
    }
  | { readonly kind: 'toggle'; readonly key: string; readonly initial: boolean }
  | { readonly kind: 'text'; readonly key: string; readonly initial: Bilingual; readonly maxLength: number };

/** What a lesson says about itself; its slug is its folder's name. */
export interface LessonMeta {
  readonly part: PartId;
  /** Place within its part, in steps of 10, so that a lesson fits between two others. */
  readonly order: number;
  readonly title: Bilingual;
  /** One or two sentences: home page, and the page's description. */
  readonly summary: Bilingual;
  readonly minutes: number;
  readonly figures: number;
  /** Ids of its checkpoints, in order. */
  readonly checkpoints: readonly string[];
  readonly prerequisites: readonly PlannedSlug[];
  readonly controls: readonly Control[];
  /** What its formulas' terms are called, where that is not what other lessons call them. */
  readonly terms?: Readonly<Partial<Record<TermId, Bilingual>>>;
  /** Tasks that its figures train in a worker; empty where the reference models alone compute. */
  readonly trainer: readonly (
    | 'next-symbol'
    | 'recall'
    | 'generated'
    | 'word2vec'
    | 'glove'
    | 'classifier'
    | 'nnlm'
    | 'projection'
  )[];
}
