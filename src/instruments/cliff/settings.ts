import type { DescentOptions, OneUnit } from '../../models/gradient-flow/one-unit.ts';
import { choice, integer, real } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

export const CLIFF_FUNCTIONS = ['tanh', 'linear'] as const;
export type CliffFunction = (typeof CLIFF_FUNCTIONS)[number];

/** Everything that a link of the figure carries. */
export interface CliffSettings {
  readonly activation: CliffFunction;
  /** Where both descents begin. */
  readonly weight: number;
  readonly bias: number;
  /** log10 of the learning rate, and of the length at which one of them clips. */
  readonly logRate: number;
  readonly logClip: number;
  /** T: how often the unit is applied. */
  readonly steps: number;
  /** Updates on show, 0 … UPDATES. */
  readonly at: number;
}

/** Updates that both descents make. */
export const UPDATES = 60;
export const WINDOW = { weight: [-0.5, 3], bias: [-1.2, 1.2] } as const;
export const STEPS = { low: 2, high: 50 } as const;
export const LOG_RATE = { low: -4, high: 0, step: 0.1 } as const;
export const LOG_CLIP = { low: -2, high: 2, step: 0.1 } as const;

export const CLIFF_TABLE: Table<CliffSettings> = {
  activation: { key: 'g', codec: choice('tanh', CLIFF_FUNCTIONS) },
  weight: { key: 'w', codec: real(2.4, ...WINDOW.weight) },
  bias: { key: 'b', codec: real(-0.3, ...WINDOW.bias) },
  logRate: { key: 'rate', codec: real(-0.7, LOG_RATE.low, LOG_RATE.high) },
  logClip: { key: 'clip', codec: real(0, LOG_CLIP.low, LOG_CLIP.high) },
  steps: { key: 'T', codec: integer(20, STEPS.low, STEPS.high) },
  at: { key: 'at', codec: integer(UPDATES, 0, UPDATES) },
};

/** The unit on show: T steps from a = ½, which should end at 0.3. */
export const unitOf = ({ activation, steps }: Pick<CliffSettings, 'activation' | 'steps'>): OneUnit => ({
  activation,
  start: 0.5,
  steps,
  target: 0.3,
});

/** A descent with clipping, or the same without. */
export const descentOf = (settings: CliffSettings, clipped: boolean): DescentOptions => ({
  from: { weight: settings.weight, bias: settings.bias },
  learningRate: 10 ** settings.logRate,
  clip: clipped ? 10 ** settings.logClip : null,
  updates: UPDATES,
});
