import { Button } from '../../../components/controls/Button.tsx';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { TextField } from '../../../components/controls/TextField.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabMessages } from '../../../i18n/messages/gate-lab.ts';
import { fitBytes } from '../../../url/codecs.ts';
import styles from '../lab.module.css';
import { readTable } from '../state/numbers.ts';
import { randomTable } from '../state/opened.ts';
import { LINK_BYTES, TASKS } from '../state/settings.ts';
import type { LabView } from '../view.ts';
import { useDraft } from './useDraft.ts';

interface PartProps {
  readonly view: LabView;
}

/** What the sequence has to be told about: its end left out, symbols that the text lacks. */
function useSequenceHint({ view }: PartProps): string {
  const text = useText(gateLabMessages);
  const { tokens, asked } = view.lab.plan;
  if (asked > tokens.length) return text('gate.sentence-cut', { used: tokens.length, asked });
  const unknown = tokens.filter(({ known }) => !known).map((token) => token.text);
  if (unknown.length === 0) return text('gate.sentence-hint');
  return text('gate.sentence-unknown', { symbols: [...new Set(unknown)].slice(0, 8).join(' ') });
}

function TextInput({ view }: PartProps) {
  const text = useText(gateLabMessages);
  const { lab } = view;
  const { settings, change, plan } = lab;
  const [draft, setDraft] = useDraft(
    settings.text,
    (next) => change({ text: next }, 'text'),
    (next) => next.trim() !== '',
  );
  const [sentence, setSentence] = useDraft(settings.sentence, (next) =>
    change({ sentence: next }, 'sentence'),
  );
  const { inputs } = plan.network.stack;
  const isBrought = settings.symbols !== '';
  const isLong = fitBytes(settings.text, LINK_BYTES) !== settings.text;
  return (
    <div className={styles.texts}>
      <TextField
        label={text('gate.sentence')}
        value={sentence}
        rows={1}
        hint={useSequenceHint({ view })}
        onChange={setSentence}
      />
      {isBrought ? (
        <OwnTokens view={view} />
      ) : (
        <TextField
          label={text('gate.text')}
          value={draft}
          rows={1}
          error={draft.trim() === '' ? text('sentence.empty') : null}
          hint={
            isLong
              ? text('gate.text-long', { limit: LINK_BYTES })
              : text('gate.text-facts', { symbols: inputs - 1, inputs })
          }
          onChange={setDraft}
        />
      )}
    </div>
  );
}

/** The vocabulary is the model's. */
function OwnTokens({ view }: PartProps) {
  const text = useText(gateLabMessages);
  const { plan, change } = view.lab;
  return (
    <div className={styles.row}>
      <span className={styles.note}>{text('gate.own-tokens', { count: plan.network.stack.inputs })}</span>
      <Button onClick={() => change({ symbols: '', ends: 'none' })}>{text('gate.own-tokens-leave')}</Button>
    </div>
  );
}

function NumbersInput({ view }: PartProps) {
  const text = useText(gateLabMessages);
  const { settings, change, plan } = view.lab;
  const [draft, setDraft] = useDraft(
    settings.numbers,
    (numbers) => change({ numbers }, 'numbers'),
    (next) => readTable(next).ok,
  );
  const read = readTable(draft);
  const columns = plan.network.stack.inputs;
  const rows = plan.tokens.length;
  const fault = read.ok ? null : read.fault;
  const random = () => change({ numbers: randomTable(columns, rows, Math.floor(2 ** 32 * Math.random())) });
  return (
    <div className={styles.numbers}>
      <TextField
        label={text('gate.numbers')}
        value={draft}
        rows={Math.min(8, Math.max(3, rows))}
        error={fault && text(`gate.numbers.${fault.code}`, { ...fault })}
        hint={text('gate.numbers-facts', { rows, columns })}
        onChange={setDraft}
      />
      <Button onClick={random}>{text('gate.numbers-random')}</Button>
    </div>
  );
}

function TaskInput({ view }: PartProps) {
  const text = useText(gateLabMessages);
  const { settings, change } = view.lab;
  return (
    <div className={styles.row}>
      <Select
        label={text('gate.task')}
        value={settings.task}
        options={TASKS.map((value) => ({ value, label: text(`gate.task.${value}`) }))}
        onChange={(task) => change({ task })}
      />
      <Button onClick={() => change({ example: settings.example + 1 }, 'example')}>
        {text('gate.example')}
      </Button>
    </div>
  );
}

const INPUTS = { text: TextInput, numbers: NumbersInput, task: TaskInput } as const;

/** What goes through the network. */
export function InputBar({ view }: PartProps) {
  const text = useText(gateLabMessages);
  const { settings, change } = view.lab;
  const Fields = INPUTS[settings.input];
  return (
    <section className={styles.input} aria-label={text('gate.input')}>
      <div className={styles.row}>
        <span className={styles.legend} aria-hidden="true">
          {text('gate.input')}
        </span>
        <SegmentedControl
          label={text('gate.input')}
          value={settings.input}
          options={(['text', 'numbers', 'task'] as const).map((value) => ({
            value,
            label: text(`gate.input.${value}`),
          }))}
          onChange={(input) => change({ input })}
        />
        {settings.input === 'text' && settings.symbols === '' && (
          <SegmentedControl
            label={text('gate.level')}
            value={settings.level}
            options={(['character', 'word'] as const).map((value) => ({
              value,
              label: text(`gate.level.${value}`),
            }))}
            onChange={(level) => change({ level })}
          />
        )}
      </div>
      <Fields view={view} />
    </section>
  );
}
