import { useTween } from '../../components/diagrams/useTween.ts';

/** Milliseconds from one drawing to the other. */
const DURATION = 900;

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** A number on its way to `target`, 0 or 1; at once for whoever wants no motion. */
export const useMorph = (target: number): number => useTween(target, mix, DURATION);
