import type { Codec } from '../../url/codecs.ts';
import { choice, flag, integer, text } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

export const METRICS = ['cosine', 'dot', 'euclid'] as const;

/** What the panels look at. A text that is null is the set's own example. */
export interface PanelSettings {
  /** The word that is selected. */
  readonly word: string | null;
  readonly metric: (typeof METRICS)[number];
  /** Vectors less the mean of all. */
  readonly centred: boolean;
  /** Words that were asked for stay out of the answers. */
  readonly exclude: boolean;
  /** Answers in a list. */
  readonly count: number;
  readonly expression: string | null;
  readonly odd: string | null;
  readonly left: string | null;
  readonly right: string | null;
  /** Axes: mean(to) − mean(from), one or two of them. */
  readonly from: string | null;
  readonly to: string | null;
  readonly from2: string | null;
  readonly to2: string | null;
  /** A second axis at a right angle to the first on the screen. */
  readonly plane: boolean;
  readonly along: string | null;
  readonly pairs: string | null;
  readonly judged: string | null;
}

/** Any text, or null for what the page has ready. */
const example = (limit: number): Codec<string | null> => {
  const { read, write } = text('', limit);
  return {
    fallback: null,
    read: (found) => read(found),
    write: (value) => (value === null ? '' : write(value)),
    equal: Object.is,
  };
};

const WORD = 120;
const LIST = 700;

export const PANEL_TABLE: Table<PanelSettings> = {
  word: { key: 'word', codec: example(WORD) },
  metric: { key: 'by', codec: choice('cosine', METRICS) },
  centred: { key: 'centre', codec: flag(false) },
  exclude: { key: 'exclude', codec: flag(true) },
  count: { key: 'top', codec: integer(10, 3, 50) },
  expression: { key: 'say', codec: example(LIST) },
  odd: { key: 'odd', codec: example(LIST) },
  left: { key: 'one', codec: example(WORD) },
  right: { key: 'other', codec: example(WORD) },
  from: { key: 'from', codec: example(LIST) },
  to: { key: 'to', codec: example(LIST) },
  from2: { key: 'from2', codec: example(LIST) },
  to2: { key: 'to2', codec: example(LIST) },
  plane: { key: 'plane', codec: flag(false) },
  along: { key: 'along', codec: example(LIST) },
  pairs: { key: 'pairs', codec: example(LIST) },
  judged: { key: 'judged', codec: example(LIST) },
};

export type PanelText = {
  [Field in keyof PanelSettings]: null extends PanelSettings[Field] ? Field : never;
}[keyof PanelSettings];

/** Every text that may be an example. */
export const PANEL_TEXTS: readonly PanelText[] = [
  'word',
  'expression',
  'odd',
  'left',
  'right',
  'from',
  'to',
  'from2',
  'to2',
  'along',
  'pairs',
  'judged',
];
