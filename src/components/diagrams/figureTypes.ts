import type { FigureRole } from '../../layout/unrolledTypes.ts';
import type { LaneRole } from '../../models/cells/types.ts';

/** One number of the figure. */
export interface FigureSelection {
  readonly role: LaneRole;
  readonly step: number;
  readonly unit: number;
}

/** A token as the figure shows it; `known: false` entered the network as ⟨UNK⟩. */
export interface FigureToken {
  readonly text: string;
  readonly known: boolean;
  /**
   * Step that its column stands for, counted from 1: in a chain that runs backward in time, whose first column is step T, or in
   * a stretch of something longer.
   */
  readonly time?: number;
}

export interface TermLinking {
  /** The term that prose, formula or figure points at. */
  readonly highlightedTerm?: FigureRole | null;
  readonly onTermHover?: (role: FigureRole | null) => void;
}

/** How lanes under the net stand in line with its columns. */
export interface LaneFrame {
  readonly columns: readonly { readonly step: number; readonly x: number; readonly width: number }[];
  readonly width: number;
  readonly labelWidth: number;
  /** Labels shrink to letters. */
  readonly narrow: boolean;
  readonly scale: number;
}
