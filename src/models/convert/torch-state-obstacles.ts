import type { StackSpec } from '../cells/stack.ts';
import type { CellSpec } from '../cells/types.ts';
import type { ConversionError } from './conversion.ts';
import { activationError, structureError } from './gates.ts';

/**
 * Every reason for which nn.RNN, nn.GRU or nn.LSTM cannot compute this network; empty exactly when `toTorch` converts it. A
 * GRU whose Γ_u writes is no obstacle: its weights are negated.
 */
export function torchObstacles(spec: StackSpec): readonly ConversionError[] {
  const obstacles = [
    spec.directions === 'sum' ? ({ code: 'directions', found: 'sum' } as const) : null,
    structureError(spec.cell),
    ...cellObstacles(spec.cell),
  ];
  return obstacles.filter((each) => each !== null);
}

function cellObstacles(spec: CellSpec): readonly (ConversionError | null)[] {
  if (spec.kind === 'rnn') return [activationError('candidate', spec.activation, ['tanh', 'relu'])];
  const shared = [
    activationError('update', spec.gate, ['sigmoid']),
    activationError('candidate', spec.candidate, ['tanh']),
  ];
  if (spec.kind === 'lstm') return [...shared, activationError('cell', spec.output, ['tanh'])];
  // Without a reset gate there is no side for it to be on.
  const before = spec.variant === 'full' && spec.reset === 'before';
  return [before ? { code: 'reset', expected: 'after', found: 'before' } : null, ...shared];
}
