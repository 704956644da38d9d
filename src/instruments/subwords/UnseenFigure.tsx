import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import type { CsvValue } from '../../components/interaction/csv.ts';
import { useText } from '../../components/text/useText.tsx';
import { subwordsMessages } from '../../i18n/messages/subwords.ts';
import { countNgrams } from '../../models/fasttext/bucket-use.ts';
import { RunNews } from '../embeddings/RunNews.tsx';
import { TrainBar } from '../embeddings/TrainBar.tsx';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { WordText } from '../word-texts/WordText.tsx';
import { LONGEST } from './settings.ts';
import styles from './subwords.module.css';
import { Neighbours, Pairs, Parts, Rows, Standing } from './UnseenPanels.tsx';
import { ngramOptions, UNSEEN_TABLE, type UnseenSettings } from './unseen-settings.ts';
import { type Unseen, useUnseen } from './useUnseen.ts';

/** A word to try, with what it is asked of. */
export interface UnseenExample {
  readonly word: string;
  readonly settings?: Partial<UnseenSettings>;
}

/** What a lesson may look at for its checkpoints. */
export interface UnseenView extends Unseen {
  readonly settings: UnseenSettings;
}

export interface UnseenFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly examples: readonly UnseenExample[];
  readonly children?: (view: UnseenView) => ReactNode;
}

interface PartProps {
  readonly settings: UnseenSettings;
  readonly change: (part: Partial<UnseenSettings>) => void;
  readonly unseen: Unseen;
}

/** What vectors are made of, and the text that they are learnt from. */
function Controls({ settings, change, unseen }: PartProps) {
  const text = useText(subwordsMessages);
  const [open, setOpen] = useState(false);
  const { shortest, longest, made } = settings;
  return (
    <>
      <div className={tools.bar}>
        <SegmentedControl
          label={text('subwords.made')}
          value={made}
          options={(['ngrams', 'words'] as const).map((value) => ({
            value,
            label: text(`subwords.made-${value}`),
          }))}
          onChange={(chosen) => change({ made: chosen })}
        />
        <Button expanded={open} onClick={() => setOpen(!open)}>
          {text('subwords.text')}
        </Button>
      </div>
      {(open || unseen.text.status === 'failed') && (
        <>
          <div className={tools.bar}>
            <Slider
              label={text('subwords.min')}
              value={shortest}
              min={1}
              max={LONGEST}
              step={1}
              onChange={(n) => change({ shortest: n, longest: Math.max(n, longest) })}
            />
            <Slider
              label={text('subwords.max')}
              value={Math.max(shortest, longest)}
              min={1}
              max={LONGEST}
              step={1}
              onChange={(n) => change({ longest: n, shortest: Math.min(n, shortest) })}
            />
          </div>
          <WordText settings={settings} change={change} state={unseen.text} />
        </>
      )}
    </>
  );
}

function WordField({ settings, change, unseen: { word } }: PartProps) {
  const text = useText(subwordsMessages);
  return (
    <TextField
      label={text('subwords.word')}
      value={settings.word}
      rows={1}
      maxLength={60}
      hint={word === settings.word ? text('subwords.word-hint') : text('subwords.read-as', { word })}
      onChange={(typed) => change({ word: typed })}
    />
  );
}

function Body({ settings, unseen }: Omit<PartProps, 'change'>) {
  const text = useText(subwordsMessages);
  const info = unseen.state?.info ?? null;
  const { minN, maxN } = ngramOptions(settings);
  const words = info?.words ?? null;
  const census = useMemo(() => words && countNgrams(words, { minN, maxN }), [words, minN, maxN]);
  if (!info || !unseen.answer) {
    if (unseen.text.status === 'failed' || unseen.state?.failure) return null;
    return (
      <p className={tools.waiting} role="status">
        {text('subwords.waiting')}
      </p>
    );
  }
  if (unseen.word === '') {
    return (
      <p className={tools.note} role="status">
        {text('subwords.empty')}
      </p>
    );
  }
  const { parts } = unseen.answer;
  const panel = { settings, unseen, info };
  const isMade = settings.made === 'ngrams' && parts !== null;
  return (
    <>
      <Standing {...panel} />
      <div className={styles.split}>
        <div className={styles.column}>
          <Neighbours {...panel} />
          {isMade && <Rows settings={settings} parts={parts} />}
        </div>
        {isMade && <Parts settings={settings} parts={parts} census={census} />}
      </div>
    </>
  );
}

function neighbourRows({ state, answer }: Unseen): readonly (readonly CsvValue[])[] {
  return (answer?.nearest.nearest ?? []).map(({ id, cosine }) => [state?.info?.words[id] ?? '', cosine]);
}

/** Word vectors made of n-grams, learning on the page, and what they say of a word that the text does not have. */
export function UnseenFigure({ id, caption, examples, children }: UnseenFigureProps) {
  const text = useText(subwordsMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(UNSEEN_TABLE, id);
  const { settings, change } = figure;
  const unseen = useUnseen(frame, settings);
  const rows = neighbourRows(unseen);
  return (
    <ToolFigure
      id={id}
      title={text('subwords.unseen-title')}
      caption={caption}
      table={UNSEEN_TABLE}
      figure={figure}
      csv={() => [['word', 'cosine'], ...rows]}
      numbers={
        <NumberTable
          caption={text('subwords.neighbours', { word: unseen.word })}
          heads={[text('subwords.word'), text('subwords.head-cosine')]}
          rows={rows.map((row, i) => ({ id: String(i), cells: row.map(String) }))}
        />
      }
    >
      <div ref={frame} className={styles.column}>
        <Controls settings={settings} change={change} unseen={unseen} />
        <TrainBar
          run={unseen.run}
          state={unseen.state}
          name={text('subwords.training')}
          seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
        />
        <RunNews run={unseen.run} state={unseen.state} />
        <WordField settings={settings} change={change} unseen={unseen} />
        <div className={tools.examples}>
          {examples.map(({ word, settings: part }) => (
            <Button key={word} pressed={word === unseen.word} onClick={() => change({ ...part, word })}>
              {word}
            </Button>
          ))}
        </div>
        <Body settings={settings} unseen={unseen} />
        <TextField
          label={text('subwords.pairs')}
          value={settings.pairs}
          rows={1}
          maxLength={300}
          hint={text('subwords.pairs-hint')}
          onChange={(pairs) => change({ pairs })}
        />
        <Pairs settings={settings} unseen={unseen} />
      </div>
      {children?.({ ...unseen, settings })}
    </ToolFigure>
  );
}
