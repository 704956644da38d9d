import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { cellMessages } from '../../i18n/messages/cells.ts';
import { meanBits } from '../../models/units/span.ts';
import { useSettings } from '../../store/settings.ts';
import styles from './cells.module.css';
import { laneLetter } from './lane.ts';
import type { CellsView } from './view.ts';

/** Bits of a guess among all tokens: the fullest colour of surprise. */
export const guessBits = ({ search }: Pick<CellsView, 'search'>): number =>
  Math.log2(Math.max(2, search.read.model.shape.vocabulary));

/** The scale of the colours, its ends as numbers. */
export function Legend({ view }: { readonly view: CellsView }) {
  const text = useText(cellMessages);
  const notation = useSettings(({ notation: letters }) => letters);
  const { search, mode, signs, bits } = view;
  const { shape } = search.read.model;
  if (mode === 'surprise') {
    const mean = meanBits(bits);
    const values = {
      mean: formatFixed(mean),
      perplexity: formatFixed(2 ** mean, 1),
      guess: formatFixed(guessBits(view)),
      size: shape.vocabulary,
    };
    return (
      <div className={styles.legend}>
        <span>0</span>
        <span className={styles.rampUp} aria-hidden="true" />
        <span>{text('cells.bits', { bits: formatFixed(guessBits(view)) })}</span>
        <span className={styles.note}>{text('cells.surprise-note', values)}</span>
      </div>
    );
  }
  return (
    <div className={styles.legend}>
      <span>−1</span>
      <span className={styles.ramp} aria-hidden="true" />
      <span>+1</span>
      <span className={styles.note}>
        {text('cells.scale', { letter: laneLetter(search.lane, shape.spec.kind, notation) })}{' '}
        {text(`cells.signs-note-${signs}`)}
      </span>
    </div>
  );
}
