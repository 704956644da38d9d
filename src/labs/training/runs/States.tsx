import { useState } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { ConfirmButton } from '../../../components/controls/ConfirmButton.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { useLocale, useText } from '../../../components/text/useText.tsx';
import type { KeptCheckpoint, KeptModel } from '../../../store/kept-model.ts';
import styles from '../lab.module.css';
import { trainingMessages } from '../messages.ts';
import { bytesText } from '../setup/bytesText.ts';
import { uniqueName } from '../state/naming.ts';
import type { TrainingView } from '../state/view.ts';

interface Props {
  readonly view: TrainingView;
  readonly model: KeptModel;
}

/** Keeps the open run's state of now under a name. */
function KeepNow({ view }: { readonly view: TrainingView }) {
  const text = useText(trainingMessages);
  const [name, setName] = useState('');
  const { open, bench } = view;
  if (!open) return null;
  const standard = text('lab.keep-default', { step: open.step });
  const keep = () => {
    void bench.keepNow(name.trim() || standard);
    setName('');
  };
  return (
    <div className={styles.keep}>
      <input
        className={styles.name}
        aria-label={text('lab.keep-name')}
        placeholder={standard}
        dir="auto"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && keep()}
      />
      <Button onClick={keep}>{text('lab.keep')}</Button>
    </div>
  );
}

function State({ view, model, kept }: Props & { readonly kept: KeptCheckpoint }) {
  const text = useText(trainingMessages);
  const whole = new Intl.NumberFormat(useLocale());
  const { bench, open, state } = view;
  const name = kept.kind === 'best' ? text('lab.state-best') : kept.name;
  const isOpen = open?.model.id === model.id;
  const branch = () => {
    const { task } = open?.state.config ?? model.config;
    if (task.kind !== 'next-symbol') return;
    const wanted = text('lab.branch-name', { name: model.name, step: kept.step });
    const taken = state.models?.map((each) => each.name) ?? [];
    void bench.branch(model.id, kept.id, uniqueName(wanted, taken), task.text);
  };
  return (
    <li>
      <span>
        <strong>{name}</strong>{' '}
        <span className={styles.note}>
          {text('lab.state-line', { step: whole.format(kept.step) })}
          {kept.heldOut &&
            text('lab.state-dev', {
              loss: formatFixed(kept.heldOut.loss, 3),
              at: whole.format(kept.heldOut.step),
            })}
          {` · ${bytesText(kept.bytes)}`}
        </span>
      </span>
      <span className={styles.stateActions}>
        {isOpen && (
          <Button label={text('lab.branch-label', { state: name })} onClick={branch}>
            {text('lab.branch')}
          </Button>
        )}
        <ConfirmButton
          label={text('lab.drop-label', { state: name })}
          question={text('lab.drop-question')}
          onConfirm={() => void bench.dropState(model.id, kept.id)}
        >
          ×
        </ConfirmButton>
      </span>
    </li>
  );
}

/** States of a run that are kept beside its latest one. */
export function States({ view, model }: Props) {
  const isOpen = view.open?.model.id === model.id;
  return (
    <>
      {isOpen && <KeepNow view={view} />}
      {model.checkpoints.length > 0 && (
        <ul className={styles.states}>
          {model.checkpoints.map((kept) => (
            <State key={kept.id} view={view} model={model} kept={kept} />
          ))}
        </ul>
      )}
    </>
  );
}
