import { DEFAULT_RNN } from '../../models/cells/roles.ts';
import { createRandom } from '../../models/random.ts';
import { recallTokens, sampleRecall } from '../../models/recall/recall.ts';
import { SYMBOLS } from './settings.ts';

/** Noise written out before the rest is left to an ellipsis. */
const WRITTEN = 8;

/** One sequence of the task as the networks read it, and its answer: drawn by the task's own sampler. */
export function exampleSequence(delay: number, seed: number) {
  const shape = { spec: DEFAULT_RNN, symbols: SYMBOLS, delay, hidden: 1, layers: 1 };
  const { ids } = sampleRecall(shape, createRandom(seed), 1);
  const names = recallTokens(SYMBOLS);
  const tokens = Array.from(ids, (id) => names[id] ?? '');
  const noise = tokens.slice(1, -1);
  const shown = noise.length > WRITTEN ? [...noise.slice(0, WRITTEN), '…'] : noise;
  const [answer = ''] = tokens;
  return { sequence: [answer, ...shown, tokens.at(-1)].join(' '), answer };
}
