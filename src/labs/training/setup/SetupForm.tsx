import type { ReactNode } from 'react';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { CELLS } from '../../../instruments/language/run-settings.ts';
import { TextSource } from '../../../instruments/texts/TextSource.tsx';
import styles from '../lab.module.css';
import { trainingMessages } from '../messages.ts';
import type { TrainingView } from '../state/view.ts';
import { Field } from './Fields.tsx';
import { Learning } from './Learning.tsx';
import { NewRun } from './NewRun.tsx';

interface Props {
  readonly view: TrainingView;
}

function Group(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{props.title}</legend>
      {props.children}
    </fieldset>
  );
}

function Network({ view }: Props) {
  const text = useText(trainingMessages);
  const { settings, change } = view;
  return (
    <Group title={text('lab.network')}>
      <SegmentedControl
        label={text('setup.cell')}
        value={settings.cell}
        options={CELLS.map((value) => ({ value, label: text(`lab.cell-${value}`) }))}
        onChange={(cell) => change({ cell })}
      />
      <div className={styles.fields}>
        <Field view={view} field="hidden" label={text('setup.hidden')} />
        <Field view={view} field="layers" label={text('lab.layers')} />
        <Field view={view} field="dropout" label={text('lab.dropout')} />
        <Field view={view} field="seed" label={text('setup.seed')} />
        {settings.cell === 'lstm' && <Field view={view} field="forgetBias" label={text('lab.forget-bias')} />}
      </div>
    </Group>
  );
}

function Dev({ view }: Props) {
  const text = useText(trainingMessages);
  const { share } = view.settings;
  return (
    <Group title={text('lab.dev')}>
      <div className={styles.fields}>
        <Field view={view} field="share" label={text('lab.share')} />
        {share > 0 && <Field view={view} field="measured" label={text('lab.measured')} />}
        {share > 0 && <Field view={view} field="interval" label={text('lab.interval')} />}
      </div>
      {share === 0 && <p className={styles.note}>{text('lab.no-dev')}</p>}
    </Group>
  );
}

/** Text, network and learning of the next run, and of the open one where they are its own. */
export function SetupForm({ view }: Props) {
  const text = useText(trainingMessages);
  const { settings, change, onSource } = view;
  return (
    <section className={styles.block} aria-label={text('lab.setup')}>
      <h2 className={styles.heading}>{text('lab.setup')}</h2>
      <Group title={text('lab.text')}>
        <TextSource settings={settings} change={change} onText={onSource} />
      </Group>
      <Network view={view} />
      <Group title={text('lab.learning')}>
        <Learning view={view} />
      </Group>
      <Dev view={view} />
      <p className={styles.note}>{text('lab.under-way')}</p>
      <NewRun view={view} />
    </section>
  );
}
