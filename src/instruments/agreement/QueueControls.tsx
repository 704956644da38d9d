import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { useText } from '../../components/text/useText.tsx';
import { agreementMessages } from '../../i18n/messages/agreement.ts';
import styles from './agreement.module.css';
import { STARTS } from './nets.ts';
import type { QueueView } from './useQueue.ts';

/** Train, rest, again. */
export function QueueButtons({ queue }: { readonly queue: QueueView }) {
  const text = useText(agreementMessages);
  const playing = queue.isWanted && queue.isBusy;
  return (
    <>
      <PlayButton
        playing={playing}
        onToggle={playing ? queue.pause : queue.isBusy ? queue.play : queue.again}
      />
      <Button icon="reset" label={text('agree.again')} onClick={queue.again} />
    </>
  );
}

type Start = (typeof STARTS)[number];

/** Where the recurrent weights begin. */
export function StartChoice(props: { readonly start: Start; readonly onChange: (start: Start) => void }) {
  const text = useText(agreementMessages);
  return (
    <SegmentedControl
      label={text('agree.start')}
      value={props.start}
      options={STARTS.map((value) => ({ value, label: text(`agree.start-${value}`) }))}
      onChange={props.onChange}
    />
  );
}

export function SeedField(props: { readonly seed: number; readonly onChange: (seed: number) => void }) {
  const text = useText(agreementMessages);
  return (
    <span className={styles.number}>
      <NumberField
        label={text('agree.seed')}
        value={props.seed}
        min={0}
        max={4294967295}
        integer
        onChange={props.onChange}
      />
    </span>
  );
}
