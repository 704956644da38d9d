import { useState } from 'react';
import { plainSymbol, roleSymbol } from '../../../components/diagrams/symbols.ts';
import { visibleSymbol } from '../../../components/plots/visibleSymbol.ts';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import type { GateRole } from '../../../models/cells/types.ts';
import { arrowOf, isSingle } from '../drawing/place.ts';
import { quotedInput } from '../values/quotedInput.ts';
import type { LabView } from '../view.ts';
import { type Block, type BlockKind, type BlockPlace, cellBlocks, headBlocks, indexAt } from './blocks.ts';

interface Choice {
  readonly kind: BlockKind;
  readonly gate: GateRole;
  readonly shows: 'values' | 'gradients';
  readonly place: BlockPlace;
}

/** The block on show and the parameter chosen in it. */
export interface ChosenBlock {
  readonly block: Block;
  readonly place: BlockPlace;
  /** Flat index of the chosen parameter. */
  readonly index: number;
  readonly name: string;
  readonly rowName: (row: number) => string;
  readonly columnName: (column: number) => string;
  readonly kind: BlockKind;
  readonly kinds: readonly { readonly value: BlockKind; readonly label: string }[];
  readonly gate: GateRole | null;
  readonly gates: readonly { readonly value: GateRole; readonly label: string }[];
  readonly shows: 'values' | 'gradients';
  choose(part: Partial<Choice>): void;
}

/** What the rows of a block are read from: symbols, units of the state before, units of the layer below. */
function useRowName({ lab, at, notation }: LabView) {
  const { input, network } = lab.plan;
  const state = notation === 'ng' ? 'a' : 'h';
  const { hidden, directions } = network.stack;
  const unitOf = (layer: number, row: number): string => {
    const arrow = directions === 'concat' ? (row < hidden ? '→' : '←') : '';
    return `${state}[${layer}]${arrow}${(row % hidden) + 1}`;
  };
  const inputName = (row: number): string => (at.layer > 0 ? unitOf(at.layer, row) : quotedInput(input, row));
  return ({ kind }: Block, row: number): string => {
    if (kind === 'inputWeights') return inputName(row);
    if (kind === 'recurrentWeights') return `${state}${row + 1}`;
    if (kind === 'headWeights') return unitOf(network.stack.layers, row);
    return kind === 'peepholes' ? 'p' : 'b';
  };
}

const isKind = (kind: BlockKind) => (block: Block) => block.kind === kind;

export function useBlock(view: LabView): ChosenBlock {
  const { lab, at, notation } = view;
  const { plan, model } = lab;
  const text = useText(gateLabPanelMessages);
  const [choice, setChoice] = useState<Choice>({
    kind: 'recurrentWeights',
    gate: at.role === 'cell' || at.role === 'hidden' ? 'candidate' : at.role,
    shows: 'values',
    place: { row: 0, column: 0 },
  });
  const rowName = useRowName(view);
  const { cell, hidden } = plan.network.stack;
  const blocks = [
    ...cellBlocks(plan.network, at.layer, at.direction),
    ...headBlocks(plan.network, model.parameters.length),
  ];
  const fitting = blocks.filter(isKind(choice.kind));
  const block = fitting.find(({ gate }) => gate === choice.gate) ?? fitting[0] ?? blocks[0];
  if (!block) throw new RangeError('a network without parameters');
  const place = {
    row: Math.min(choice.place.row, block.rows - 1),
    column: Math.min(choice.place.column, block.columns - 1),
  };
  // A plain RNN has no candidate: what its weights make is the state itself.
  const laneOf = (gate: GateRole) => (cell.kind === 'rnn' ? 'hidden' : gate);
  const letter = (gate: GateRole) => plainSymbol(roleSymbol(laneOf(gate), notation, cell.kind));
  const columnName = (column: number) =>
    block.gate === null ? visibleSymbol(plan.classes[column] ?? '') : String((column % hidden) + 1);
  const kindName = (kind: BlockKind) => {
    const isTextbook = kind === 'recurrentWeights' && notation !== 'ng';
    return text(isTextbook ? 'gate.block.recurrentWeights-textbook' : `gate.block.${kind}`);
  };
  const gates = blocks.filter(isKind(block.kind)).flatMap(({ gate }) => gate ?? []);
  const { stack } = plan.network;
  const layer = isSingle(stack) ? '' : `${arrowOf(stack, at.direction)}[${at.layer + 1}]`;
  const owner = block.gate === null ? '' : ` · ${letter(block.gate)}${layer}`;
  return {
    block,
    place,
    index: indexAt(block, place),
    name: `${kindName(block.kind)}${owner} · ${rowName(block, place.row)} → ${columnName(place.column)}`,
    rowName: (row) => rowName(block, row),
    columnName,
    kind: block.kind,
    kinds: [...new Set(blocks.map(({ kind }) => kind))].map((kind) => ({
      value: kind,
      label: kindName(kind),
    })),
    gate: block.gate,
    gates: gates.map((gate) => ({ value: gate, label: letter(gate) })),
    shows: choice.shows,
    choose: (part) => setChoice({ ...choice, gate: block.gate ?? choice.gate, ...part }),
  };
}
