import { CONSTRUCTION_TABLE, type ConstructionSettings } from '../../instruments/softmax-tree/settings.ts';
import { WALK_TABLE, type WalkSettings } from '../../instruments/tree-walk/settings.ts';
import { choice, flag } from '../../url/codecs.ts';
import { type Table, withFallbacks } from '../../url/fragment.ts';

export const SHOWN = ['huffman', 'balanced', 'both'] as const;
export const ROOMS = ['compare', 'build', 'model'] as const;

/** Everything of the lab that a link carries: the words, the trees, the construction, and the run. */
export interface TreeLabSettings extends ConstructionSettings, Omit<WalkSettings, 'tree'> {
  readonly shown: (typeof SHOWN)[number];
  /** Whether every edge says which turn it is. */
  readonly bits: boolean;
  readonly room: (typeof ROOMS)[number];
  /** Whether a model is trained on the text. */
  readonly trains: boolean;
}

const { tree: _, ...walk } = WALK_TABLE;

export const TREE_LAB_TABLE: Table<TreeLabSettings> = {
  ...walk,
  ...withFallbacks(CONSTRUCTION_TABLE, { minCount: 5, words: 20_000, merges: 0, speed: 8 }),
  shown: { key: 'tree', codec: choice('huffman', SHOWN) },
  bits: { key: 'bits', codec: flag(false) },
  room: { key: 'room', codec: choice('compare', ROOMS) },
  trains: { key: 'train', codec: flag(false) },
};

/** Most words of a list: what the drawing and the tables still take in a moment. */
export const MOST_WORDS = 100_000;

/** The settings of the run: of two trees that are shown, the Huffman tree is trained. */
export function walkSettings({ shown, ...settings }: TreeLabSettings): WalkSettings {
  return { ...settings, tree: shown === 'balanced' ? 'balanced' : 'huffman' };
}
