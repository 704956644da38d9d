import type { NextSymbolShape } from '../../models/language/next-symbol.ts';
import type { Vocabulary } from '../../models/text/vocabulary.ts';
import type { NextSymbolTask, RunConfig } from '../../workers/protocol.ts';

/** A recurrent language model at one moment of its training, as figures and panels are given it. */
export interface OpenModel {
  readonly config: RunConfig & { readonly task: NextSymbolTask };
  readonly shape: NextSymbolShape;
  readonly vocabulary: Vocabulary;
  /** Flat, in the layout's order; never changed afterwards. */
  readonly parameters: Float64Array;
  /** Optimiser steps behind these parameters. */
  readonly step: number;
}
