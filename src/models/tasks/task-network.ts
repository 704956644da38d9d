import type { TokenNetwork } from '../network/token-network.ts';
import type { SequenceTask } from './task.ts';

/** The network that plays a task: it reads the task's tokens and says its classes. */
export function taskNetwork(
  { inputs, classes }: Pick<SequenceTask, 'inputs' | 'classes'>,
  sizes: Omit<TokenNetwork, 'inputs' | 'classes'>,
): TokenNetwork {
  return { ...sizes, inputs: inputs.length, classes: classes.length };
}
