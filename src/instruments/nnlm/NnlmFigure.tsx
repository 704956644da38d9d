import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { type NetPlace, WindowNet } from '../../components/diagrams/window-net/WindowNet.tsx';
import { percentText } from '../../components/plots/percentText.ts';
import { topProbabilities } from '../../components/plots/topProbabilities.ts';
import { useText } from '../../components/text/useText.tsx';
import { nnlmMessages } from '../../i18n/messages/nnlm.ts';
import type { EmbeddingRunState } from '../../store/embedding-state.ts';
import type { FigureState } from '../../store/figure.ts';
import { RunNews } from '../embeddings/RunNews.tsx';
import { TrainBar } from '../embeddings/TrainBar.tsx';
import { useFigure } from '../link/useFigure.ts';
import { fitsLink } from '../texts/own-text.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { scoreArithmetic } from './arithmetic.ts';
import { Detail } from './Detail.tsx';
import styles from './nnlm.module.css';
import { BEGINNINGS, SENTENCES } from './sentences.ts';
import { MOST_WORDS, NNLM_TABLE, type NnlmSettings, PACE, SIZES } from './settings.ts';
import { type NnlmShown, useNnlm } from './useNnlm.ts';

/** Words that may follow, so many have a bar. */
const BARS = 7;

type Part = Pick<FigureState<NnlmSettings>, 'settings' | 'change'>;

function Sizes({ settings, change }: Part) {
  const text = useText(nnlmMessages);
  return (
    <div className={tools.bar}>
      {(['context', 'dimensions', 'hidden'] as const).map((field) => (
        <Slider
          key={field}
          label={text(field === 'context' ? 'nnlm.words' : `nnlm.${field}`)}
          value={settings[field]}
          min={SIZES[field].least}
          max={SIZES[field].most}
          step={1}
          format={(value) => (value === 0 ? text('nnlm.no-hidden') : String(value))}
          onChange={(value) => change({ [field]: value })}
        />
      ))}
    </div>
  );
}

function Beginning({ settings, change }: Part) {
  const text = useText(nnlmMessages);
  return (
    <div className={styles.beginning}>
      <TextField
        label={text('nnlm.beginning')}
        value={settings.beginning}
        hint={text('nnlm.beginning-hint', { context: settings.context })}
        rows={1}
        maxLength={400}
        onChange={(beginning) => change({ beginning: beginning.replace(/\n/g, ' ') })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset. */}
      <div className={tools.examples} role="group" aria-label={text('nnlm.try')}>
        {BEGINNINGS.map((beginning) => (
          <Button
            key={beginning}
            pressed={beginning === settings.beginning}
            onClick={() => change({ beginning })}
          >
            {beginning} …
          </Button>
        ))}
      </div>
    </div>
  );
}

/** The text that is learnt, which the reader may change. */
function Sentences({ settings, change }: Part) {
  const text = useText(nnlmMessages);
  const [draft, setDraft] = useState(settings.text);
  const [shown, setShown] = useState(settings.text);
  // A link, or a stop of a talk, may bring another text.
  if (shown !== settings.text) {
    setShown(settings.text);
    setDraft(settings.text);
  }
  const fits = fitsLink(draft);
  const bytes = new TextEncoder().encode(draft).length;
  return (
    <details className={styles.sentences}>
      <summary>{text('nnlm.text')}</summary>
      <TextField
        label={text('nnlm.text')}
        value={draft}
        hint={text('nnlm.text-hint')}
        error={fits ? null : text('nnlm.text-long', { bytes })}
        rows={10}
        onChange={setDraft}
      />
      <div className={tools.bar}>
        <Button primary disabled={!fits || draft === settings.text} onClick={() => change({ text: draft })}>
          {text('nnlm.learn')}
        </Button>
        <Button disabled={draft === SENTENCES} onClick={() => change({ text: SENTENCES })}>
          {text('nnlm.example')}
        </Button>
      </div>
    </details>
  );
}

const probabilityOf = ({ reading }: NnlmShown, id: number) =>
  Math.exp(reading.trace.logProbabilities[id] ?? Number.NaN);

const rankedOf = (shown: NnlmShown) =>
  topProbabilities(
    shown.words.map((_, id) => probabilityOf(shown, id)),
    BARS,
    null,
  ).top;

function Net(props: {
  readonly shown: NnlmShown;
  readonly place: NetPlace;
  readonly onSelect: (place: NetPlace) => void;
}) {
  const { shown } = props;
  const text = useText(nnlmMessages);
  const { context, dimensions, hidden, vocabulary } = shown.reading.shape;
  const wide = context * dimensions;
  const sizes = { wide, hidden, vocabulary, products: (hidden || wide) * vocabulary };
  const { trace } = shown.reading;
  return (
    <WindowNet
      name={text('nnlm.net')}
      words={shown.read.map(({ text: word, known }) => {
        const label = word === null || !known ? text('nnlm.start') : word;
        return {
          text: known ? label : `${word}?`,
          name: text('nnlm.word', { word: word ?? text('nnlm.start'), dimensions }),
        };
      })}
      inputs={trace.inputs}
      hidden={trace.hidden}
      unitName={(unit) =>
        text('nnlm.unit', { unit: unit + 1, value: formatFixed(trace.hidden[unit] ?? Number.NaN) })
      }
      next={rankedOf(shown).map(({ id, probability }) => {
        const word = shown.words[id] ?? '';
        const value = percentText(probability);
        return { id, text: word, probability, value, name: text('nnlm.next', { word, probability: value }) };
      })}
      hiddenLabel={text('nnlm.hidden-block', { ...sizes, products: wide * hidden })}
      outputLabel={text(hidden > 0 ? 'nnlm.output-block' : 'nnlm.direct-block', sizes)}
      selected={props.place}
      onSelect={props.onSelect}
    />
  );
}

function Readout({ shown }: { readonly shown: NnlmShown }) {
  const text = useText(nnlmMessages);
  const [best] = rankedOf(shown);
  const words = shown.read.flatMap(({ text: word }) => (word === null ? [] : [word]));
  const unknown = shown.read.flatMap(({ text: word, known }) => (known || word === null ? [] : [word]));
  return (
    <p className={tools.readout} role="status" data-testid="nnlm-seen">
      {best &&
        text(words.length > 0 ? 'nnlm.seen' : 'nnlm.seen-start', {
          words: words.join(' '),
          seen: shown.seen,
          word: shown.words[best.id] ?? '',
          probability: percentText(best.probability),
        })}{' '}
      {unknown.length > 0 && text('nnlm.unknown', { words: unknown.join(' '), count: unknown.length })}
    </p>
  );
}

const TABLE_ROWS = 20;

const rowsOf = (shown: NnlmShown) =>
  topProbabilities(
    shown.words.map((_, id) => probabilityOf(shown, id)),
    TABLE_ROWS,
    null,
  ).top.map(({ id, probability }) => ({
    word: shown.words[id] ?? '',
    probability,
    score: scoreArithmetic(shown.reading, id).total,
  }));

function Numbers({ shown, beginning }: { readonly shown: NnlmShown; readonly beginning: string }) {
  const text = useText(nnlmMessages);
  return (
    <NumberTable
      caption={text('nnlm.table', { words: beginning })}
      heads={[text('nnlm.table-word'), text('nnlm.table-probability'), text('nnlm.table-score')]}
      rows={rowsOf(shown).map(({ word, probability, score }) => ({
        id: word,
        cells: [<bdi key="word">{word}</bdi>, probability.toFixed(6), formatFixed(score, 4)],
      }))}
    />
  );
}

function TooMany({ state }: { readonly state: EmbeddingRunState | null }) {
  const text = useText(nnlmMessages);
  const types = state?.info?.types ?? 0;
  if (types <= MOST_WORDS) return null;
  return <p className={tools.message}>{text('nnlm.too-many', { words: types, most: MOST_WORDS })}</p>;
}

function Body(props: {
  readonly shown: NnlmShown;
  readonly place: NetPlace;
  readonly onSelect: (place: NetPlace) => void;
}) {
  const { shown, place } = props;
  const next = rankedOf(shown)[place.row === 'next' ? place.at : 0]?.id ?? 0;
  return (
    <>
      <div className={styles.panels}>
        <Net {...props} />
        <section className={styles.detail} aria-live="off">
          <Detail shown={shown} place={within(place, shown)} next={next} />
        </section>
      </div>
      <Readout shown={shown} />
    </>
  );
}

/** Sizes may have become smaller since the place was chosen. */
function within(place: NetPlace, { reading: { shape } }: NnlmShown): NetPlace {
  const length = { word: shape.context, unit: shape.hidden, next: BARS }[place.row];
  return length > 0 ? { ...place, at: Math.min(place.at, length - 1) } : { row: 'next', at: 0 };
}

export interface NnlmFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  /** Sees what the network makes of the beginning. */
  readonly children?: (shown: NnlmShown) => ReactNode;
}

/** A network with a fixed window that learns a few sentences, and every number on its way from words to probabilities. */
export function NnlmFigure({ id, caption, children }: NnlmFigureProps) {
  const text = useText(nnlmMessages);
  const figure = useFigure(NNLM_TABLE, id);
  const { settings, change } = figure;
  const frame = useRef<HTMLDivElement>(null);
  const { run, state, shown } = useNnlm(frame, settings);
  const [place, setPlace] = useState<NetPlace>({ row: 'next', at: 0 });
  return (
    <ToolFigure
      id={id}
      title={text('nnlm.title', { context: settings.context })}
      caption={caption}
      table={NNLM_TABLE}
      figure={figure}
      csv={() => [
        ['word', 'P', 'score'],
        ...(shown ? rowsOf(shown) : []).map(({ word, probability, score }) => [word, probability, score]),
      ]}
      numbers={shown && <Numbers shown={shown} beginning={settings.beginning} />}
    >
      <div ref={frame} className={styles.frame}>
        <TrainBar
          run={run}
          state={state}
          pace={PACE}
          seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
        />
        <RunNews run={run} state={state} />
        <TooMany state={state} />
        <Beginning settings={settings} change={change} />
        {shown ? (
          <Body shown={shown} place={within(place, shown)} onSelect={setPlace} />
        ) : (
          <p className={tools.waiting}>{text('nnlm.waiting')}</p>
        )}
        <Sizes settings={settings} change={change} />
        <Sentences settings={settings} change={change} />
        {shown && children?.(shown)}
      </div>
    </ToolFigure>
  );
}
