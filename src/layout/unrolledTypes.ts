import type { CellSpec, LaneRole } from '../models/cells/types.ts';

/** What can stand in the figure: a lane of the cell, the token that enters, and ŷ where the loss is taken. */
export type FigureRole = LaneRole | 'input' | 'prediction';

export type UnrolledView = { readonly kind: 'one'; readonly unit: number } | { readonly kind: 'all' };
export type Density = 'comfortable' | 'compact';

export interface UnrolledOptions {
  readonly spec: CellSpec;
  /** One a step; T is their number. */
  readonly tokens: readonly string[];
  /** n_a. */
  readonly units: number;
  readonly view: UnrolledView;
  readonly density: Density;
  /** Step whose output's loss is sent back; its ŷ is drawn. */
  readonly lossStep: number | null;
}

/** A time step. `x` is its centre; px throughout. */
export interface UnrolledColumn {
  readonly step: number;
  readonly x: number;
  readonly left: number;
  readonly width: number;
  /** The token as it fits. */
  readonly token: string;
  readonly clipped: boolean;
}

export interface UnrolledRow {
  readonly role: LaneRole | 'input' | 'time';
  /** Centre. */
  readonly y: number;
  readonly height: number;
}

/** Circle, pill and rounded box name the role beside the colour; a strip shows all units, a token is text. */
export type CellShapeName = 'round' | 'pill' | 'box' | 'strip' | 'token' | 'initial' | 'prediction';

/** A box with its centre. `step` −1 is the initial state. `unit` is null where a box stands for all units or none. */
export interface UnrolledCell {
  readonly role: FigureRole;
  readonly step: number;
  readonly unit: number | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly shape: CellShapeName;
}

/** Where an arithmetic operation happens between the boxes. */
export interface UnrolledNode {
  readonly id: string;
  readonly step: number;
  readonly kind: 'times' | 'plus' | 'activation' | 'complement' | 'weights' | 'junction';
  /** The lane whose equation it belongs to. */
  readonly role: LaneRole;
  readonly x: number;
  readonly y: number;
}

/** One operand of one value: a line from box to box through the operations on its way. */
export interface UnrolledEdge {
  readonly id: string;
  /** Step of the value that is computed. */
  readonly step: number;
  readonly from: { readonly role: FigureRole; readonly step: number };
  /** Step T is the state after the last step. */
  readonly to: { readonly role: FigureRole; readonly step: number };
  readonly kind: 'memory' | 'recurrent' | 'input' | 'gate' | 'peephole' | 'readout';
  readonly path: string;
  readonly head: string;
  /** Where the line begins and ends. */
  readonly start: { readonly x: number; readonly y: number };
  readonly end: { readonly x: number; readonly y: number };
}

export interface UnrolledLayout {
  readonly options: UnrolledOptions;
  readonly width: number;
  readonly height: number;
  readonly columns: readonly UnrolledColumn[];
  readonly rows: readonly UnrolledRow[];
  /** Lanes' boxes in the order of steps, then rows; then tokens, initial states, ŷ. */
  readonly cells: readonly UnrolledCell[];
  readonly nodes: readonly UnrolledNode[];
  readonly edges: readonly UnrolledEdge[];
  /** Height of one unit's band within a strip; 0 in the view of one unit. */
  readonly band: number;
}
