import type { ReactNode } from 'react';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { rnnMessages } from '../../../i18n/messages/rnn.ts';
import { usePublish } from '../../../instruments/live/usePublished.ts';
import { changeSetup } from '../../../instruments/unrolled/settings.ts';
import { UnrolledFigure } from '../../../instruments/unrolled/UnrolledFigure.tsx';
import type { UnrolledView } from '../../../instruments/unrolled/view.ts';
import styles from './figures.module.css';
import { LIVE, LIVE_DEFAULTS } from './live.ts';
import { hasMemorylessUnit } from './memoryless.ts';

/** Shows the running network to the page's other figures and to the checkpoint. */
function Watch({ view }: { readonly view: UnrolledView }) {
  const trace = view.shown?.probe.layers[0]?.trace;
  usePublish(LIVE, view);
  useCondition('rnn-no-memory', trace !== undefined && hasMemorylessUnit(trace));
  return null;
}

/** tanh or ReLU, each trained from the same seed. */
function ActivationSwitch({ view }: { readonly view: UnrolledView }) {
  const text = useText(rnnMessages);
  const { settings, change } = view.figure;
  return (
    <div className={styles.switch}>
      <SegmentedControl
        label={text('rnn.activation')}
        value={settings.cell === 'rnn-relu' ? 'rnn-relu' : 'rnn'}
        options={[
          { value: 'rnn', label: 'tanh' },
          { value: 'rnn-relu', label: 'ReLU' },
        ]}
        onChange={(cell) => change(changeSetup(settings, { cell }))}
      />
      <span className={styles.note}>{text('rnn.activation-note')}</span>
    </div>
  );
}

/** The lesson's main figure: a plain recurrent network that learns a book while it is read. */
export function LiveRnn(props: { readonly caption: ReactNode }) {
  return (
    <UnrolledFigure id="live" defaults={LIVE_DEFAULTS} persistKey="rnn/live" caption={props.caption} autoplay>
      {(view) => (
        <>
          <ActivationSwitch view={view} />
          <Watch view={view} />
        </>
      )}
    </UnrolledFigure>
  );
}
