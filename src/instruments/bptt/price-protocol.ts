import type { CostSettings } from './cost-settings.ts';
import type { Cost, Workload } from './measure.ts';

/** What the figure asks of its worker. A job ends when another one is asked for, or with the worker. */
export type ToPrice =
  | { readonly type: 'measure'; readonly job: number; readonly workload: Workload }
  | { readonly type: 'recall'; readonly job: number; readonly settings: CostSettings }
  /** Off screen: what is under way waits. */
  | { readonly type: 'rest'; readonly resting: boolean };

/** What it hears: costs one after the other, and both runs' accuracies so far, full first. */
export type FromPrice =
  | { readonly type: 'costs'; readonly job: number; readonly costs: readonly Cost[] }
  | { readonly type: 'curves'; readonly job: number; readonly accuracies: readonly Float64Array[] };
