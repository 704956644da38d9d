import { initialMap, type PairSettings } from '../../../instruments/depth/recall-pair.ts';
import { cellParameterCount } from '../../../models/cells/parameters.ts';
import { DEFAULT_CELLS } from '../../../models/cells/roles.ts';
import { scheduleStack } from '../../../models/cells/schedule.ts';
import { type Design, designFacts, designGraph } from '../../../models/depth/designs.ts';

/** How many rounds a stack takes when everything is computed as soon as it can be. */
export const rounds = (layers: number, steps: number): number =>
  scheduleStack({ layers, directions: 'forward' }, steps, 'wavefront').length;

/** Cells of a stack, one for every layer and step. */
export const cells = (layers: number, steps: number): number => layers * steps;

/** Parameters of a plain recurrent layer. */
export const layerCount = (hidden: number, inputs: number): number =>
  cellParameterCount(DEFAULT_CELLS.rnn, { inputs, hidden });

/** Maps between the first word and the last answer, searched on the design's graph. */
export function wayLength(
  design: Design,
  steps: number,
  extra: number,
  which: 'shortest' | 'longest' = 'shortest',
): number {
  return designFacts(designGraph(design, { steps, extra, hidden: 8, vocabulary: 20 }))[which];
}

type Where = readonly [layer: number, step: number];

/** One cell's gradient as a share of another's, before training, in the networks that the figure opens with. Counted from 1. */
export function gradientShare(
  settings: Partial<PairSettings>,
  skips: boolean,
  cell: Where,
  of: Where,
): number {
  const pair: PairSettings = { cell: 'lstm', layers: 6, steps: 8, seed: 1, ...settings };
  const map = initialMap(pair, skips);
  const at = ([layer, step]: Where) => map[(layer - 1) * pair.steps + step - 1] ?? Number.NaN;
  return at(cell) / at(of);
}
