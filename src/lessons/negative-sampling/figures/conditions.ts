import { chiSquare, chiSquareTail } from '../../../instruments/noise/chi-square.ts';
import type { NoiseView } from '../../../instruments/noise/NoiseFigure.tsx';
import type { UpdatesView } from '../../../instruments/noise/UpdatesFigure.tsx';

/** How sure the answers must be. */
export const SURE = 0.95;

/** After learning it by hand: yes to the true word, no to every noise word. */
export function isSeparated({ now, learnt }: Pick<UpdatesView, 'now' | 'learnt'>): boolean {
  if (!now || learnt === 0) return false;
  return now.rows.every(({ label, probability }) =>
    label === 1 ? probability > SURE : probability < 1 - SURE,
  );
}

/** Draws this improbable under a distribution are taken for another one's. */
const REFUTED = 0.001;

/** Close to the unigram noise, not it, and drawn so often that the draws tell the two apart. */
export function isToldApart({ settings, draws }: Pick<NoiseView, 'settings' | 'draws'>): boolean {
  if (!draws || settings.exponent < 0.9 || settings.exponent === 1) return false;
  const { seen } = draws.history.tally;
  const tail = (rival: Float64Array) => {
    const { value, freedom } = chiSquare(seen, rival);
    return chiSquareTail(value, freedom);
  };
  return tail(draws.rivals.unigram) < REFUTED && tail(draws.rivals.own) >= REFUTED;
}
