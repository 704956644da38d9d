import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { CORPORA, cellChoices, type UnrolledSettings } from './settings.ts';
import styles from './unrolled.module.css';

interface SetupProps {
  readonly settings: UnrolledSettings;
  readonly onChange: (part: Partial<UnrolledSettings>) => void;
  readonly onDefaults: () => void;
}

/** Whole-number settings with their ranges; the link's table clamps to the same. */
const COUNTS = [
  { field: 'hidden', low: 1, high: 64 },
  { field: 'vocabulary', low: 2, high: 4000 },
  { field: 'batch', low: 1, high: 128 },
  { field: 'steps', low: 1, high: 64 },
  { field: 'seed', low: 0, high: 4294967295 },
] as const;

const OPTIMIZERS = [
  { value: 'adam', label: 'Adam' },
  { value: 'rmsprop', label: 'RMSProp' },
  { value: 'momentum', label: 'Momentum' },
  { value: 'sgd', label: 'SGD' },
] as const;

function ModelFields({ settings, onChange }: SetupProps) {
  const text = useText();
  return (
    <>
      <Select
        label={text('setup.cell')}
        value={settings.cell}
        options={cellChoices.map((value) => ({ value, label: text(`instrument.cell.${value}`) }))}
        onChange={(cell) => onChange({ cell })}
      />
      {COUNTS.map(({ field, low, high }) => (
        <NumberField
          key={field}
          label={text(`setup.${field}`)}
          value={settings[field]}
          min={low}
          max={high}
          integer
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      {settings.cell.startsWith('lstm') && (
        <NumberField
          label={text('setup.forgetBias')}
          value={settings.forgetBias}
          min={-10}
          max={10}
          onChange={(forgetBias) => onChange({ forgetBias })}
        />
      )}
    </>
  );
}

function OptimiserFields({ settings, onChange }: SetupProps) {
  const text = useText();
  return (
    <>
      <Select
        label={text('setup.optimizer')}
        value={settings.optimizer}
        options={OPTIMIZERS}
        onChange={(optimizer) => onChange({ optimizer })}
      />
      <NumberField
        label={text('setup.learningRate')}
        value={settings.learningRate}
        min={0}
        max={100}
        onChange={(learningRate) => onChange({ learningRate })}
      />
      <Toggle
        label={text('setup.clipOn')}
        checked={settings.clip !== null}
        onChange={(on) => onChange({ clip: on ? 5 : null })}
      />
      {settings.clip !== null && (
        <NumberField
          label={text('setup.clip')}
          value={settings.clip}
          min={0.001}
          max={1e6}
          onChange={(clip) => onChange({ clip })}
        />
      )}
    </>
  );
}

function OwnText({ settings, onChange }: SetupProps) {
  const text = useText();
  const [draft, setDraft] = useState(settings.ownText);
  return (
    <div className={styles.ownText}>
      <TextField
        label={text('setup.ownText')}
        value={draft}
        hint={text('setup.ownTextHint')}
        rows={5}
        onChange={setDraft}
      />
      <Button
        primary
        disabled={draft === settings.ownText && settings.corpus === 'own'}
        onClick={() => onChange({ ownText: draft, corpus: 'own' })}
      >
        {text('setup.useText')}
      </Button>
    </div>
  );
}

function TextFields(props: SetupProps) {
  const { settings, onChange } = props;
  const text = useText();
  const [typing, setTyping] = useState(settings.corpus === 'own');
  const corpus = typing ? 'own' : settings.corpus;
  return (
    <>
      <Select
        label={text('setup.corpus')}
        value={corpus}
        options={CORPORA.map((value) => ({ value, label: text(`setup.corpus.${value}`) }))}
        onChange={(chosen) => {
          setTyping(chosen === 'own');
          if (chosen !== 'own') onChange({ corpus: chosen });
        }}
      />
      <SegmentedControl
        label={text('setup.level')}
        value={settings.level}
        options={[
          { value: 'word', label: text('setup.level.word') },
          { value: 'character', label: text('setup.level.character') },
        ]}
        onChange={(level) => onChange({ level })}
      />
      {corpus === 'own' && <OwnText {...props} />}
    </>
  );
}

/** Everything that decides a run: cell, sizes, text, optimiser, seed. */
export function SetupPanel(props: SetupProps) {
  const text = useText();
  return (
    <div className={styles.setup}>
      <div className={styles.fields}>
        <TextFields {...props} />
      </div>
      <div className={styles.fields}>
        <ModelFields {...props} />
        <OptimiserFields {...props} />
      </div>
      <p className={styles.note}>
        {text('setup.note')} <Button onClick={props.onDefaults}>{text('setup.defaults')}</Button>
      </p>
    </div>
  );
}
