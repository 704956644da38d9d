import type { StackSpec } from '../models/cells/stack.ts';
import type { Point } from './path.ts';

export interface StackOptions {
  /** One a step; T is their number. */
  readonly tokens: readonly string[];
  readonly layers: number;
  readonly directions: StackSpec['directions'];
  /** From the second layer on, what a layer reads is added to what it says. */
  readonly skips: boolean;
  /** Steps above which ŷ stands. */
  readonly outputs: 'none' | 'last' | 'all';
  /** Size of a cell's tile, px. */
  readonly tile: { readonly width: number; readonly height: number };
}

/** `join` puts the two directions together, `plus` adds the skip connection, `initial` and `final` are states outside. */
export type StackBoxKind = 'tile' | 'join' | 'plus' | 'token' | 'output' | 'initial' | 'final';

/** A box with its centre, px. `layer`, `step` and `direction` are −1 where they do not apply. */
export interface StackBox {
  readonly id: string;
  readonly kind: StackBoxKind;
  readonly layer: number;
  readonly step: number;
  readonly direction: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type StackEdgeKind = 'input' | 'recurrent' | 'merge' | 'skip' | 'up' | 'readout' | 'final';

/** A line from box to box. */
export interface StackEdge {
  readonly id: string;
  /** Ids of boxes. */
  readonly from: string;
  readonly to: string;
  readonly kind: StackEdgeKind;
  /** 0 forward, 1 backward in time; −1 where it does not apply. */
  readonly direction: number;
  readonly points: readonly Point[];
  readonly path: string;
  readonly head: string;
}

export interface StackColumn {
  readonly step: number;
  readonly left: number;
  readonly width: number;
  /** Its centre. */
  readonly x: number;
  /** The token as it fits. */
  readonly token: string;
  readonly clipped: boolean;
}

/** A row of tiles, for its label. */
export interface StackRow {
  readonly layer: number;
  readonly direction: number;
  readonly y: number;
  readonly height: number;
}

export interface StackLayout {
  readonly options: StackOptions;
  readonly width: number;
  readonly height: number;
  readonly columns: readonly StackColumn[];
  /** From top to bottom. */
  readonly rows: readonly StackRow[];
  readonly boxes: readonly StackBox[];
  readonly edges: readonly StackEdge[];
  /** Centres of the rows of ŷ (null without), tokens and step numbers. */
  readonly outputY: number | null;
  readonly tokenY: number;
  readonly timeY: number;
}
