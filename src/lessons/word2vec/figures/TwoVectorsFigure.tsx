import { type ReactNode, useMemo, useRef } from 'react';
import { Select } from '../../../components/controls/Select.tsx';
import { Slider } from '../../../components/controls/Slider.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { contrastText, signedColor } from '../../../components/diagrams/palette.ts';
import { useSignedPalette } from '../../../components/diagrams/useSignedPalette.ts';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { Term } from '../../../components/prose/Term.tsx';
import { useLocale, useText } from '../../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../../i18n/locale.ts';
import { word2vecMessages } from '../../../i18n/messages/word2vec.ts';
import { RunNews } from '../../../instruments/embeddings/RunNews.tsx';
import { TrainBar } from '../../../instruments/embeddings/TrainBar.tsx';
import { useEmbeddingRun } from '../../../instruments/embeddings/useEmbeddingRun.ts';
import { useEmbeddingState } from '../../../instruments/embeddings/useEmbeddingState.ts';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import tools from '../../../instruments/tools/tools.module.css';
import { WordAdder } from '../../../instruments/word-map/WordAdder.tsx';
import { useWordText } from '../../../instruments/word-texts/useWordText.ts';
import { Readout } from '../../../instruments/word2vec/Readout.tsx';
import { useLearningConfig } from '../../../instruments/word2vec/useLive.ts';
import { type RunVectors, useVectors } from '../../../instruments/word2vec/useVectors.ts';
import { hasOutputWords, type Ranked, rowOf } from '../../../instruments/word2vec/vector-table.ts';
import type { ReadText } from '../../../models/word2vec/read-text.ts';
import { word2vecLessonMessages } from '../messages.ts';
import styles from './figures.module.css';
import { selfPairs } from './selfPairs.ts';
import { textOf, VECTORS_TABLE, vectorsLearning } from './settings.ts';
import { compareVectors, type TwoVectors } from './twoVectors.ts';

const TEXT = textOf();

/** One word of a run with its vectors taken apart. */
interface Shown {
  readonly id: number;
  readonly word: string;
  readonly input: Float64Array;
  readonly output: Float64Array;
  readonly compared: TwoVectors;
  readonly held: RunVectors;
  /** How often the word stands in its own window; null: not counted yet. */
  readonly beside: number | null;
}

function shownOf(
  held: RunVectors | null,
  asked: string,
  read: ReadText | null,
  window: number,
): Shown | null {
  if (!held || !hasOutputWords(held.tables)) return null;
  const id = Math.max(0, held.words.indexOf(asked));
  const { input, output } = held.tables;
  return {
    id,
    word: held.words[id] ?? '',
    input: rowOf(input, id),
    output: rowOf(output, id),
    compared: compareVectors(held.tables, id),
    held,
    beside: read && read.words[id] === held.words[id] ? selfPairs(read.corpus, id, window) : null,
  };
}

/** All numbers of a vector, coloured on a common scale. */
function Vector(props: {
  readonly name: string;
  readonly term: 'input' | 'output';
  readonly values: Float64Array;
  readonly most: number;
}) {
  const { name, term, values, most } = props;
  const palette = useSignedPalette();
  return (
    <section className={styles.vector} aria-label={name}>
      <h4>
        <Term id={term}>{name}</Term>
      </h4>
      <ol className={styles.cells}>
        {Array.from(values, (value, i) => {
          const fill = signedColor(value / (most || 1), palette);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place.
            <li key={i} style={{ background: fill, color: contrastText(fill) }}>
              {formatFixed(value, 2)}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Held({ shown }: { readonly shown: Shown }) {
  const text = useText(word2vecLessonMessages);
  const { words } = shown.held;
  return (
    <table className={styles.held} data-testid="held">
      <caption>{text('w2v.dots', { word: shown.word })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('w2v.head-why')}</th>
          <th scope="col">{text('w2v.head-dot')}</th>
          <th scope="col">{text('w2v.head-place')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.compared.held.map(({ id, dot, place, why }) => (
          <tr key={`${why} ${id}`} data-itself={why === 'itself' || undefined}>
            <th scope="row">
              {words[id]} <small className={tools.note}>({text(`w2v.why-${why}`)})</small>
            </th>
            <td>{formatFixed(dot, 2)}</td>
            <td>{place}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const WAYS = [
  ['input-input', 'inputInput'],
  ['output-output', 'outputOutput'],
  ['input-output', 'inputOutput'],
] as const;

function Near({ shown }: { readonly shown: Shown }) {
  const text = useText(word2vecLessonMessages);
  const { words } = shown.held;
  const list = (ranked: readonly Ranked[]) => (
    <ol className={styles.rows}>
      {ranked.map(({ id, value }) => (
        <li key={id}>
          <span>{words[id]}</span>
          <span>{formatFixed(value, 2)}</span>
        </li>
      ))}
    </ol>
  );
  return (
    <div className={styles.near}>
      {WAYS.map(([code, field]) => (
        <section key={code} data-way={code} aria-label={text(`w2v.${code}`)}>
          <h4>
            {text(`w2v.${code}`)} <span>{text(`w2v.${code}-says`)}</span>
          </h4>
          {list(shown.compared[field])}
        </section>
      ))}
    </div>
  );
}

function Word({ shown, asked }: { readonly shown: Shown; readonly asked: string }) {
  const text = useText(word2vecLessonMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const { word, id, input, output, held } = shown;
  const most = Math.max(...[...input, ...output].map(Math.abs));
  return (
    <>
      <p className={styles.headline}>
        {text('w2v.word-now', { word, count: plain.format(held.counts[id] ?? 0) })}
      </p>
      {word !== asked && <p className={tools.note}>{text('w2v.no-word', { word: asked, used: word })}</p>}
      <div className={styles.vectors}>
        <Vector term="input" name={text('w2v.input')} values={input} most={most} />
        <Vector term="output" name={text('w2v.output-vector')} values={output} most={most} />
      </div>
      <p className={tools.note}>{text('w2v.scale', { most: formatFixed(most, 2) })}</p>
      <Near shown={shown} />
      <Held shown={shown} />
      {shown.beside !== null && (
        <p className={tools.note} data-testid="beside">
          {text('w2v.beside', { word, count: shown.beside })}
        </p>
      )}
    </>
  );
}

function Table({ shown }: { readonly shown: Shown | null }) {
  const text = useText(word2vecLessonMessages);
  if (!shown) return null;
  return (
    <NumberTable
      caption={`${text('w2v.vectors-title')}: ${shown.word}`}
      heads={[text('w2v.component'), text('w2v.input'), text('w2v.output-vector')]}
      rows={Array.from(shown.input, (value, i) => ({
        id: String(i),
        cells: [i + 1, formatFixed(value, 5), formatFixed(shown.output[i] ?? Number.NaN, 5)],
      }))}
    />
  );
}

/** Whether a word that never stands beside itself is the one that it predicts before all others. */
function isFirst(shown: Shown | null): boolean {
  const itself = shown?.compared.held.find(({ why }) => why === 'itself');
  return shown?.beside === 0 && itself?.place === 1;
}

/** Both vectors of a word, what they say of other words, and of the word itself. */
export function TwoVectorsFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(word2vecLessonMessages);
  const common = useText(word2vecMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(VECTORS_TABLE, id);
  const { settings, change } = figure;
  const source = useWordText(TEXT);
  const config = useLearningConfig(vectorsLearning(settings), source);
  const run = useEmbeddingRun(frame, config, { autoplay: true });
  const state = useEmbeddingState(run);
  const held = useVectors(run, state);
  const { word, window } = settings;
  const shown = useMemo(() => shownOf(held, word, source.read, window), [held, word, source.read, window]);
  useCondition('w2v-itself', state?.phase === 'done' && isFirst(shown));
  return (
    <ToolFigure
      id={id}
      title={text('w2v.vectors-title')}
      caption={caption}
      table={VECTORS_TABLE}
      figure={figure}
      csv={() => [
        ['component', 'input', 'output'],
        ...Array.from(shown?.input ?? [], (value, i) => [i + 1, value, shown?.output[i] ?? null]),
      ]}
      numbers={<Table shown={shown} />}
    >
      <div ref={frame} className={styles.stack}>
        <TrainBar
          run={run}
          state={state}
          seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
        />
        <div className={tools.bar}>
          <Select
            label={common('w2v.output')}
            value={settings.output}
            options={(['negative', 'full', 'huffman'] as const).map((value) => ({
              value,
              label: common(`w2v.${value}`),
            }))}
            onChange={(output) => change({ output })}
          />
          <Slider
            label={common('w2v.window')}
            value={settings.window}
            min={1}
            max={10}
            step={1}
            onChange={(reach) => change({ window: reach })}
          />
        </div>
        <RunNews run={run} state={state} />
        {state?.info && (
          <WordAdder
            vocabulary={state.info.words}
            label={text('w2v.look-at')}
            isFull={false}
            onAdd={(word) => change({ word })}
          />
        )}
        {shown ? (
          <Word shown={shown} asked={settings.word} />
        ) : (
          <p className={tools.waiting} role="status">
            {held ? text('w2v.vectors-tree') : common('w2v.waiting')}
          </p>
        )}
        <Readout state={state} minCount={TEXT.minCount} />
      </div>
    </ToolFigure>
  );
}
