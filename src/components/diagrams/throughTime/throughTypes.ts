import type { ThroughEdgeKind } from '../../../layout/throughTime.ts';
import type { Notation } from '../symbols.ts';

export type ThroughNode = 'state' | 'loss' | 'gradient';

/** What is selected; steps and units counted from 0. A loss has no unit and keeps the one that was there. */
export interface ThroughSelection {
  readonly node: ThroughNode;
  readonly step: number;
  readonly unit: number;
}

export interface ThroughTimeNetProps {
  readonly steps: number;
  readonly units: number;
  readonly tokens: readonly { readonly text: string; readonly known: boolean }[];
  /** Number of a node; a loss ignores the unit. */
  readonly value: (at: ThroughSelection) => number;
  /** As it is printed in its box, at most five characters. */
  readonly format: (value: number) => string;
  /** Size of a gradient whose colour is full. */
  readonly limit: number;
  /** Whether a node is computed by now: a walk reveals them one after the other. */
  readonly revealed: (node: ThroughNode, step: number) => boolean;
  /** `direct`: an operand of what is selected; `path`: on the way there. */
  readonly lit: (kind: ThroughEdgeKind, step: number) => 'direct' | 'path' | 'no';
  readonly selected: ThroughSelection;
  readonly onSelect: (selection: ThroughSelection) => void;
  readonly onPlayToggle: () => void;
  readonly notation: Notation;
  readonly name: string;
  readonly labels: Readonly<Record<'gradient' | 'loss' | 'state' | 'input', string>>;
  /** Name of a node for those who do not see it. */
  readonly describe: (at: ThroughSelection, isRevealed: boolean) => string;
}

/** Rows from the top: the gradient of each unit, the loss, the state of each unit. */
export const rowOf = ({ node, unit }: ThroughSelection, units: number): number => {
  if (node === 'gradient') return unit;
  return node === 'loss' ? units : units + 1 + unit;
};

export function atRow(step: number, row: number, units: number, unit: number): ThroughSelection {
  if (row < units) return { node: 'gradient', step, unit: row };
  if (row === units) return { node: 'loss', step, unit };
  return { node: 'state', step, unit: row - units - 1 };
}
