import type { ChainView } from '../../../instruments/ngrams/ChainFigure.tsx';
import type { References } from '../../../instruments/ngrams/reference.ts';
import type { ShapeView } from '../../../instruments/ngrams/ShapeFigure.tsx';
import type { RunState } from '../../../store/run-state.ts';

/** Every word is known, and still the model without smoothing takes the sentence to be impossible. */
export function isUnseen({ settings, rows }: ChainView): boolean {
  const isKnown = rows.length > 0 && rows.every(({ known }) => known);
  return settings.smoothing === 'none' && isKnown && rows.some(({ probability }) => !(probability > 0));
}

/** As bad as an even choice among so many times V. */
export const WORSE = 2;

/** Confidently wrong: far worse than knowing nothing, and yet no word has been ruled out. */
export const isWorse = ({ settings, loss }: Pick<ShapeView, 'settings' | 'loss'>): boolean =>
  Number.isFinite(loss) && Math.exp(loss) > WORSE * settings.size;

/** The network foretells better than counts of three tokens, smoothed by Kneser and Ney. */
export function isBelowThree(references: References | null, heldOut: RunState['heldOut']): boolean {
  const line = references?.models.find(({ order, smoothing }) => order === 3 && smoothing === 'kneser-ney');
  const last = heldOut.at(-1);
  return line !== undefined && last !== undefined && last.loss < line.loss;
}

/** Nats above its best from which a run counts as having turned. */
const TURNED = 0.2;

/** The held-out loss has been clearly lower than it is now: the network learns its text by heart. */
export function hasTurned(heldOut: RunState['heldOut']): boolean {
  const last = heldOut.at(-1);
  const best = Math.min(...heldOut.map(({ loss }) => loss));
  return last !== undefined && last.loss > best + TURNED;
}
