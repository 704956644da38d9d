import type { StackSpec } from '../../models/cells/stack.ts';
import type { CellSpec } from '../../models/cells/types.ts';
import { isMirrored } from '../../models/dense/activations.ts';
import { ACTIVATION_CODE } from './activations.ts';
import type { Lines } from './network.ts';
import { tfjsCell } from './tfjs-cell.ts';

/** How TensorFlow.js makes one layer of a cell. */
export interface TfjsLayers {
  /** What must stand before: `class Cell`, where none of the library's layers computes this. */
  readonly lines: Lines;
  /** True where one of the library's own layers does it (with Keras's order of gates). */
  readonly isNative: boolean;
  /** A call that makes one layer; `options` are added to its own. */
  layer(options: readonly string[]): string;
}

function nativeCall(cell: CellSpec): { readonly name: string; readonly options: readonly string[] } | null {
  if (cell.kind === 'rnn') {
    const activation = ACTIVATION_CODE[cell.activation].tfjsLayer;
    return activation ? { name: 'simpleRNN', options: [`activation: '${activation}'`] } : null;
  }
  const gate = ACTIVATION_CODE[cell.gate].tfjsLayer;
  const candidate = ACTIVATION_CODE[cell.candidate].tfjsLayer;
  if (!gate || !candidate || !isKerasCell(cell)) return null;
  // TensorFlow.js's own default is the hard sigmoid.
  const options = [
    ...(candidate === 'tanh' ? [] : [`activation: '${candidate}'`]),
    `recurrentActivation: '${gate}'`,
  ];
  return { name: cell.kind, options };
}

/** Keras's GRU resets before the product and keeps with z; its LSTM has one activation for candidate and output. */
function isKerasCell(cell: Exclude<CellSpec, { kind: 'rnn' }>): boolean {
  if (cell.kind === 'lstm') return !cell.peepholes && cell.candidate === cell.output;
  const isMirror = cell.update === 'keeps' || isMirrored(cell.gate);
  return cell.variant === 'full' && cell.reset === 'before' && isMirror;
}

export function tfjsLayers({ cell, hidden }: Pick<StackSpec, 'cell' | 'hidden'>): TfjsLayers {
  const native = nativeCall(cell);
  const call = native
    ? (options: readonly string[]) =>
        `tf.layers.${native.name}({ ${[`units: ${hidden}`, ...native.options, ...options].join(', ')} })`
    : (options: readonly string[]) =>
        `tf.layers.rnn({ ${[`cell: new Cell(${hidden})`, ...options].join(', ')} })`;
  return { lines: native ? [] : tfjsCell(cell), isNative: native !== null, layer: call };
}
