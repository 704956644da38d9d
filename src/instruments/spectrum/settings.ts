import { MATRIX_KINDS, type MatrixKind } from '../../models/gradient-flow/matrices.ts';
import { choice, integer, real } from '../../url/codecs.ts';
import type { Table } from '../../url/fragment.ts';

export const UNIT_FUNCTIONS = ['tanh', 'linear'] as const;
export type UnitFunction = (typeof UNIT_FUNCTIONS)[number];

/** Everything that a link of the figure carries. */
export interface SpectrumSettings {
  readonly kind: MatrixKind;
  /** Spectral radius ρ that the matrix is scaled to. */
  readonly radius: number;
  readonly activation: UnitFunction;
  /** Standard deviation of what enters each unit at each step. */
  readonly input: number;
  readonly units: number;
  readonly steps: number;
  readonly seed: number;
}

export const RADIUS = { low: 0.1, high: 2, step: 0.01 } as const;
export const MOST_INPUT = 1;

export const SPECTRUM_TABLE: Table<SpectrumSettings> = {
  kind: { key: 'W', codec: choice('gaussian', MATRIX_KINDS) },
  radius: { key: 'rho', codec: real(0.9, RADIUS.low, RADIUS.high) },
  activation: { key: 'g', codec: choice('tanh', UNIT_FUNCTIONS) },
  input: { key: 'in', codec: real(0.3, 0, MOST_INPUT) },
  units: { key: 'n', codec: integer(16, 2, 32) },
  steps: { key: 'T', codec: integer(50, 5, 100) },
  seed: { key: 'seed', codec: integer(1, 0, 4294967295) },
};
