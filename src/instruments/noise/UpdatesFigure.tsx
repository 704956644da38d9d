import { type ReactNode, useRef } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { noiseMessages } from '../../i18n/messages/noise.ts';
import { createRandom } from '../../models/random.ts';
import type { EmbeddingCorpus } from '../../models/word2vec/corpus.ts';
import { TextPart } from '../cooccurrence/TextPart.tsx';
import { RunNews } from '../embeddings/RunNews.tsx';
import { TrainBar } from '../embeddings/TrainBar.tsx';
import { useFigure } from '../link/useFigure.ts';
import { significant } from '../ngrams/format.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { spellWord } from '../word-map/words.ts';
import { isUnusable } from '../word-texts/useWordText.ts';
import styles from './noise.module.css';
import { UpdateTable } from './UpdateTable.tsx';
import { NOISE_WORDS, STEPS, UPDATES_TABLE, type UpdatesSettings } from './updates-settings.ts';
import { type Updates, useUpdates } from './useUpdates.ts';

/** What a lesson may look at for its checkpoints. */
export interface UpdatesView extends Updates {
  readonly settings: UpdatesSettings;
}

interface PartProps {
  readonly updates: Updates;
  readonly settings: UpdatesSettings;
  readonly change: (part: Partial<UpdatesSettings>) => void;
}

/** A pair as training meets it: a word of the text, and one of those within its window. */
export function pairInText(
  { ids, starts }: Pick<EmbeddingCorpus, 'ids' | 'starts'>,
  window: number,
  seed: number,
): readonly [number, number] | null {
  const random = createRandom(seed);
  for (let tries = 0; tries < 100; tries++) {
    const sentence = random.integer(starts.length - 1);
    const [start, end] = [starts[sentence]!, starts[sentence + 1]!];
    if (end - start < 2) continue;
    const at = start + random.integer(end - start);
    const other = at + (random.integer(2) * 2 - 1) * (1 + random.integer(window));
    if (other >= start && other < end && ids[other] !== ids[at]) return [ids[at]!, ids[other]!];
  }
  return null;
}

function PairBar({ updates, settings, change }: PartProps) {
  const text = useText(noiseMessages);
  const { read } = updates.text;
  const another = () => {
    const draw = settings.draw + 1;
    const pair = read && pairInText(read.corpus, settings.window, draw);
    if (!read || !pair) return;
    change({ draw, from: read.words[pair[0]] ?? '', to: read.words[pair[1]] ?? '' });
  };
  return (
    <>
      <div className={styles.fields}>
        <TextField
          label={text('updates.from')}
          value={settings.from}
          rows={1}
          maxLength={60}
          onChange={(from) => change({ from })}
        />
        <TextField
          label={text('updates.to')}
          value={settings.to}
          rows={1}
          maxLength={60}
          onChange={(to) => change({ to })}
        />
        <span>
          <Button disabled={!read} onClick={another}>
            {text('updates.another')}
          </Button>
        </span>
      </div>
      <div className={tools.bar}>
        <Slider
          label={text('updates.noise')}
          value={settings.noise}
          min={NOISE_WORDS.least}
          max={NOISE_WORDS.most}
          step={1}
          onChange={(noise) => change({ noise })}
        />
        <Button onClick={() => change({ draw: settings.draw + 1 })}>{text('updates.draw')}</Button>
      </div>
    </>
  );
}

function LearnBar({ updates, settings, change }: PartProps) {
  const text = useText(noiseMessages);
  return (
    <div className={tools.bar}>
      <Button primary disabled={!updates.now} onClick={updates.learn}>
        {text('updates.learn')}
      </Button>
      <SegmentedControl
        label={text('updates.step')}
        value={settings.step}
        options={STEPS.map((value) => ({ value, label: `η = ${value}` }))}
        onChange={(step) => change({ step })}
      />
      {updates.learnt > 0 && (
        <span className={tools.note} role="status" data-testid="learnt">
          {text('updates.learnt', { count: updates.learnt })}
        </span>
      )}
    </div>
  );
}

/** Which of the two words the vocabulary lacks. */
function Unknown({
  words,
  settings: { from, to },
}: Pick<PartProps, 'settings'> & { readonly words: readonly string[] }) {
  const text = useText(noiseMessages);
  const missing = [...new Set([from, to].map(spellWord))].filter((word) => !words.includes(word));
  return (
    <p className={styles.warning} role="status" dir="auto">
      {missing.includes('') ? text('updates.type') : text('updates.unknown', { words: missing.join(', ') })}
    </p>
  );
}

/** The loss of the pair, and who does not move. */
function Readout({ updates }: Pick<PartProps, 'updates'>) {
  const text = useText(noiseMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const { now, before, pair, state } = updates;
  const all = state?.info?.words.length ?? 0;
  if (!now || !pair) return null;
  const terms = now.rows.map(({ loss }) => formatFixed(loss, 3)).join(' + ');
  return (
    <>
      <p className={tools.readout} role="status" data-testid="loss">
        {text('updates.loss', { terms, loss: formatFixed(now.loss, 3) })}
        {before && ` ${text('updates.loss-before', { loss: formatFixed(before.loss, 3) })}`}
      </p>
      <p className={tools.note} data-testid="moved">
        {text('updates.moved', {
          moved: formatWhole(now.moved, tag),
          all: formatWhole(all, tag),
          rest: formatWhole(all - now.moved, tag),
          inputs: formatWhole(all - 1, tag),
        })}
        {pair.passed > 0 && ` ${text('updates.passed', { count: pair.passed })}`}
      </p>
    </>
  );
}

const CSV = ['word', 'label', 'score', 'probability', 'error', 'loss', 'gradient', 'step'] as const;

function rowsOf({ now, state }: Updates, rate: number): readonly (readonly (string | number)[])[] {
  const words = state?.info?.words ?? [];
  return (now?.rows ?? []).map(({ id, label, score, probability, error, loss, gradient }) => [
    words[id] ?? '',
    label,
    score,
    probability,
    error,
    loss,
    gradient,
    rate * gradient,
  ]);
}

function Numbers({ updates, rate }: { readonly updates: Updates; readonly rate: number }) {
  const text = useText(noiseMessages);
  return (
    <NumberTable
      caption={text('updates.numbers')}
      heads={(['word', 'label', 'score', 'sigma', 'error', 'loss', 'gradient', 'step'] as const).map((head) =>
        text(`updates.head-${head}`),
      )}
      rows={rowsOf(updates, rate).map(([word = '', label = 0, ...values], i) => ({
        id: `${i} ${word}`,
        cells: [word, label, ...values.map((value) => significant(Number(value), 6))],
      }))}
    />
  );
}

export interface UpdatesFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly persistKey?: string;
  readonly children?: (view: UpdatesView) => ReactNode;
}

/** One pair of a running skip-gram: its true word and its noise words, what each is asked, and how far each moves. */
export function UpdatesFigure({ id, caption, persistKey, children }: UpdatesFigureProps) {
  const text = useText(noiseMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(UPDATES_TABLE, id);
  const { settings, change } = figure;
  const updates = useUpdates(frame, settings, persistKey ?? null);
  const { run, state, now, before, pair } = updates;
  const words = state?.info?.words ?? [];
  const rate = Number(settings.step);
  const parts = { updates, settings, change };
  return (
    <ToolFigure
      id={id}
      title={text('updates.title')}
      caption={caption}
      table={UPDATES_TABLE}
      figure={figure}
      csv={() => [CSV, ...rowsOf(updates, rate)]}
      numbers={<Numbers updates={updates} rate={rate} />}
    >
      <div ref={frame} className={styles.stack}>
        <TextPart
          settings={settings}
          change={change}
          counted={{ read: updates.text.read, state: updates.text }}
        />
        <TrainBar
          name={text('updates.title')}
          run={run}
          state={state}
          seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
        />
        <RunNews run={run} state={state} />
        <PairBar {...parts} />
        {words.length > 0 && !pair && <Unknown words={words} settings={settings} />}
        {now && pair ? (
          <>
            <UpdateTable
              now={now}
              before={before}
              words={words}
              input={words[pair.input] ?? ''}
              rate={rate}
            />
            <LearnBar {...parts} />
            <Readout updates={updates} />
          </>
        ) : (
          (words.length === 0 || pair !== null) &&
          !isUnusable(updates.text) && (
            <p className={styles.wait} role="status">
              {text('updates.waiting')}
            </p>
          )
        )}
        {children?.({ ...updates, settings })}
      </div>
    </ToolFigure>
  );
}
