import type { GateBiases, TokenNetwork } from '../../models/network/token-network.ts';
import type { TaskSpec } from '../../models/tasks/spec.ts';
import type { RunConfig } from '../../workers/protocol.ts';
import { defaultSettings, runConfig, type UnrolledSettings } from '../unrolled/settings.ts';

/** What a network learns: to say the next symbol of a text, or a task that makes its own examples. */
export type Lesson =
  | {
      readonly kind: 'next-symbol';
      readonly text: string;
      readonly level: 'character' | 'word';
      readonly vocabulary: number;
    }
  | { readonly kind: 'generated'; readonly spec: TaskSpec };

/** How it learns. */
export interface Method
  extends Pick<UnrolledSettings, 'optimizer' | 'learningRate' | 'clip' | 'batch' | 'steps'> {
  readonly seed: number;
  readonly biases: GateBiases;
}

/** The run of a network of this shape. Its own first parameters are the seed's; others are loaded into it. */
export function trainingConfig(network: TokenNetwork, lesson: Lesson, method: Method): RunConfig {
  const { spec, hidden, layers, directions } = network;
  const { biases, ...settings } = method;
  const base = runConfig({ ...defaultSettings(), ...settings }, '');
  return { ...base, task: lesson, cell: spec, hidden, layers, directions, biases };
}

/** Where two sets of parameters differ, as a run's edits. All of them where `from` is of another length. */
export function differences(
  from: Float64Array | null,
  to: Float64Array,
): readonly { readonly index: number; readonly value: number }[] {
  const same = from?.length === to.length ? from : null;
  return Array.from(to, (value, index) => ({ index, value })).filter(
    ({ index, value }) => !same || same[index] !== value,
  );
}
