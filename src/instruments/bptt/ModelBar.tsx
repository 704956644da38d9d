import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import styles from './bptt.module.css';
import { CORPORA, MOST_HIDDEN, type ModelSettings, TRAININGS } from './model-settings.ts';
import { MOST_STEPS, type Reading } from './reading.ts';
import { useStatusLine } from './Status.tsx';
import type { ModelView } from './useModel.ts';

/** Typing pauses this long (ms) before the network reads the sentence. */
const TYPING_PAUSE = 250;

type Change = (part: Partial<ModelSettings>) => void;

/** The draft follows the keys at once; the figure follows when the typing pauses. */
function useDraft(value: string, onSettled: (value: string) => void) {
  const [draft, setDraft] = useState(value);
  const latest = useRef(onSettled);
  useEffect(() => {
    latest.current = onSettled;
  });
  useEffect(() => setDraft(value), [value]);
  useEffect(() => {
    if (draft === value || [...draft].length < 2) return;
    const timer = setTimeout(() => latest.current(draft), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [draft, value]);
  return [draft, setDraft] as const;
}

/** What the reader should know about the sentence. */
function useSentenceHint(reading: Reading | null): string {
  const text = useText(bpttMessages);
  if (!reading) return text('bptt.sentence-hint', { most: MOST_STEPS });
  const { tokens, asked } = reading;
  const unknown = [
    ...new Set(tokens.filter(({ known }) => !known).map((token) => visibleSymbol(token.text))),
  ];
  const cut = asked > tokens.length ? text('bptt.sentence-cut', { asked, used: tokens.length }) : '';
  const strange =
    unknown.length > 0
      ? text('bptt.sentence-unknown', { characters: unknown.join(' '), count: unknown.length })
      : '';
  const hint = `${cut} ${strange}`.trim();
  return hint === '' ? text('bptt.sentence-hint', { most: MOST_STEPS }) : hint;
}

function OwnText({ settings, change }: { readonly settings: ModelSettings; readonly change: Change }) {
  const text = useText();
  const [draft, setDraft] = useState(settings.ownText);
  return (
    <div className={styles.ownText}>
      <TextField
        label={text('setup.ownText')}
        value={draft}
        hint={text('setup.ownTextHint')}
        rows={4}
        maxLength={1500}
        onChange={setDraft}
      />
      <Button
        primary
        disabled={draft.trim() === '' || (draft === settings.ownText && settings.corpus === 'own')}
        onClick={() => change({ ownText: draft, corpus: 'own' })}
      >
        {text('setup.useText')}
      </Button>
    </div>
  );
}

/** Units, seed and text: another network. */
function SetupFields({ settings, change }: { readonly settings: ModelSettings; readonly change: Change }) {
  const text = useText();
  const [typing, setTyping] = useState(settings.corpus === 'own');
  const corpus = typing ? 'own' : settings.corpus;
  return (
    <div className={styles.setup}>
      <div className={styles.bar}>
        <Slider
          label={text('setup.hidden')}
          value={settings.hidden}
          min={1}
          max={MOST_HIDDEN}
          step={1}
          onChange={(hidden) => change({ hidden })}
        />
        <span className={styles.number}>
          <NumberField
            label={text('setup.seed')}
            value={settings.seed}
            min={0}
            max={4294967295}
            integer
            onChange={(seed) => change({ seed })}
          />
        </span>
        <Select
          label={text('setup.corpus')}
          value={corpus}
          options={CORPORA.map((value) => ({ value, label: text(`setup.corpus.${value}`) }))}
          onChange={(chosen) => {
            setTyping(chosen === 'own');
            if (chosen !== 'own') change({ corpus: chosen });
          }}
        />
      </div>
      {corpus === 'own' && <OwnText settings={settings} change={change} />}
    </div>
  );
}

/** The learner's sentence, and how long the network that reads it was trained. */
export function ModelBar<T extends ModelSettings>({ model }: { readonly model: ModelView<T> }) {
  const text = useText(bpttMessages);
  const [open, setOpen] = useState(false);
  const { settings } = model.figure;
  const change: Change = (part) => model.figure.change(part as Partial<T>);
  const [draft, setDraft] = useDraft(settings.sentence, (sentence) => change({ sentence }));
  const hint = useSentenceHint(model.reading);
  const status = useStatusLine(model.network);
  const steps = TRAININGS.includes(settings.trained as never) ? TRAININGS : [...TRAININGS, settings.trained];
  const trainings = [...steps].sort((a, b) => a - b);
  return (
    <div className={styles.model}>
      <div className={styles.sentence}>
        <TextField
          label={text('bptt.sentence')}
          value={draft}
          hint={hint}
          error={[...draft].length < 2 ? text('bptt.sentence-short') : null}
          rows={1}
          maxLength={200}
          onChange={setDraft}
        />
      </div>
      <div className={styles.bar}>
        <Select
          label={text('bptt.trained')}
          value={String(settings.trained)}
          options={trainings.map((count) => ({
            value: String(count),
            label: text('bptt.trained-value', { steps: count }),
          }))}
          onChange={(trained) => change({ trained: Number(trained) })}
        />
        <Button expanded={open} onClick={() => setOpen(!open)}>
          {text('bptt.setup')}
        </Button>
        <span className={styles.status} data-testid="bptt-status" data-busy={model.state.busy}>
          {status}
          {model.state.busy && model.network ? ` · ${text('bptt.busy')}` : ''}
        </span>
      </div>
      {open && <SetupFields settings={settings} change={change} />}
    </div>
  );
}
