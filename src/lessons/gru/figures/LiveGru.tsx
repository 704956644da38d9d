import type { ReactNode } from 'react';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { changeSetup } from '../../../instruments/unrolled/settings.ts';
import { UnrolledFigure } from '../../../instruments/unrolled/UnrolledFigure.tsx';
import type { UnrolledView } from '../../../instruments/unrolled/view.ts';
import { gruMessages } from '../messages.ts';
import styles from './figures.module.css';
import { GRUS, LIVE_DEFAULTS } from './liveSettings.ts';

/** Which GRU: each is trained from the same seed. */
function CellSwitch({ view }: { readonly view: UnrolledView }) {
  const text = useText(gruMessages);
  const { settings, change } = view.figure;
  const chosen = GRUS.find((cell) => cell === settings.cell);
  return (
    <div className={styles.switch}>
      <SegmentedControl
        label={text('gru.cell')}
        value={chosen ?? 'none'}
        options={GRUS.map((value) => ({ value, label: text(`gru.${value}`) }))}
        onChange={(cell) => cell !== 'none' && change(changeSetup(settings, { cell }))}
      />
      <span className={styles.note}>{text('gru.cell-note')}</span>
    </div>
  );
}

/** The lesson's main figure: a GRU that learns a book while it is read. */
export function LiveGru(props: { readonly caption: ReactNode }) {
  return (
    <UnrolledFigure id="live" defaults={LIVE_DEFAULTS} persistKey="gru/live" caption={props.caption} autoplay>
      {(view) => <CellSwitch view={view} />}
    </UnrolledFigure>
  );
}
