import { sigmoid } from '../../../models/dense/activations.ts';

/** Γ_f = σ(b_f): the forget gate of a new cell, whose weights are still small. */
export const initialForget = (bias: number): number => sigmoid(bias);

/** Share of a cell's value left after `steps` steps in which nothing is written: Γ_f^steps. */
export const keptShare = (bias: number, steps: number): number => initialForget(bias) ** steps;
