import { PEEPHOLE_GATES } from '../../../models/cells/lstm/lstm.ts';
import { cellSlots } from '../../../models/cells/parameters.ts';
import { gateRoles } from '../../../models/cells/roles.ts';
import { directionCount, layerShape, outputWidth, type StackSpec } from '../../../models/cells/stack.ts';
import type { CellParameters, GateRole } from '../../../models/cells/types.ts';
import { type LabNetwork, labLayout } from '../model.ts';

export type BlockKind = keyof CellParameters | 'headWeights' | 'headBias';

/** One matrix of parameters that stands by itself: one gate's share of a slot, or the read-out's. */
export interface Block {
  readonly kind: BlockKind;
  /** Null for the read-out. */
  readonly gate: GateRole | null;
  readonly rows: number;
  readonly columns: number;
  /** Flat index of (row, column): first + row·stride + column. */
  readonly first: number;
  readonly stride: number;
}

export interface BlockPlace {
  readonly row: number;
  readonly column: number;
}

export const indexAt = ({ first, stride }: Block, { row, column }: BlockPlace): number =>
  first + row * stride + column;

/** Where a cell begins in the flat parameters: slots stand in the order of layers, directions, `cellSlots`, read-out. */
export function cellStart(network: LabNetwork, layer: number, direction: number): number {
  const count = directionCount(network.stack);
  const perCell = cellSlots(network.stack.cell, layerShape(network.stack, layer)).length;
  return labLayout(network).slots[(layer * count + direction) * perCell]?.offset ?? 0;
}

function gateBlocks(
  stack: StackSpec,
  layer: number,
  kind: keyof CellParameters,
  start: number,
): readonly Block[] {
  const { hidden, cell } = stack;
  const roles = gateRoles(cell);
  const stride = roles.length * hidden;
  const rows = { inputWeights: layerShape(stack, layer).inputs, recurrentWeights: hidden };
  if (kind === 'recurrentBias') {
    return [{ kind, gate: 'candidate', rows: 1, columns: hidden, first: start, stride: hidden }];
  }
  if (kind === 'peepholes') {
    const block = { kind, rows: 1, columns: hidden, stride: hidden };
    return PEEPHOLE_GATES.map((gate, index) => ({ ...block, gate, first: start + index * hidden }));
  }
  const block = { kind, rows: kind === 'bias' ? 1 : rows[kind], columns: hidden, stride };
  return roles.map((gate, index) => ({ ...block, gate, first: start + index * hidden }));
}

/** The blocks of one cell, gate by gate. */
export function cellBlocks(network: LabNetwork, layer: number, direction: number): readonly Block[] {
  let start = cellStart(network, layer, direction);
  return cellSlots(network.stack.cell, layerShape(network.stack, layer)).flatMap(({ name, length }) => {
    const blocks = length > 0 ? gateBlocks(network.stack, layer, name, start) : [];
    start += length;
    return blocks;
  });
}

/** Weights and bias of the read-out; none where there is none. */
export function headBlocks({ stack, classes }: LabNetwork, length: number): readonly Block[] {
  if (classes === null) return [];
  const width = outputWidth(stack);
  const bias = length - classes;
  const block = { gate: null, columns: classes, stride: classes };
  return [
    { ...block, kind: 'headWeights', rows: width, first: bias - width * classes },
    { ...block, kind: 'headBias', rows: 1, first: bias },
  ];
}

export type Scope = 'cell' | 'row' | 'column' | 'block';

/** Places of a block that a change reaches. */
export function placesIn(
  { rows, columns }: Block,
  { row, column }: BlockPlace,
  scope: Scope,
): readonly BlockPlace[] {
  const all = Array.from({ length: rows * columns }, (_, index) => ({
    row: Math.floor(index / columns),
    column: index % columns,
  }));
  const inScope = {
    cell: (place: BlockPlace) => place.row === row && place.column === column,
    row: (place: BlockPlace) => place.row === row,
    column: (place: BlockPlace) => place.column === column,
    block: () => true,
  };
  return all.filter(inScope[scope]);
}

export type Change =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'identity' }
  | { readonly kind: 'scale'; readonly factor: number }
  /** Back to these parameters' numbers. */
  | { readonly kind: 'as-in'; readonly parameters: Float64Array };

/** A copy of the parameters with a part of one block changed. */
export function changeBlock(
  parameters: Float64Array,
  block: Block,
  places: readonly BlockPlace[],
  change: Change,
): Float64Array {
  const changed = parameters.slice();
  for (const place of places) {
    const index = indexAt(block, place);
    changed[index] = changedValue(changed[index] ?? 0, index, place, change);
  }
  return changed;
}

function changedValue(value: number, index: number, { row, column }: BlockPlace, change: Change): number {
  switch (change.kind) {
    case 'constant':
      return change.value;
    case 'identity':
      return row === column ? 1 : 0;
    case 'scale':
      return value * change.factor;
    case 'as-in':
      return change.parameters[index] ?? value;
  }
}

/** Gates of which a block has one of these parameters. */
export function gatesOf(blocks: readonly Block[], indices: ReadonlySet<number>): readonly GateRole[] {
  const found = [...indices].map((index) => blocks.find((block) => contains(block, index))?.gate ?? null);
  return [...new Set(found.filter((gate) => gate !== null))];
}

function contains({ first, stride, rows, columns }: Block, index: number): boolean {
  const from = index - first;
  return from >= 0 && Math.floor(from / stride) < rows && from % stride < columns;
}
