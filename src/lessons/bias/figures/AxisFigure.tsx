import { type ReactNode, useMemo, useRef } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { Toggle } from '../../../components/controls/Toggle.tsx';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { SetGate } from '../../../instruments/analogy/SetGate.tsx';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import panels from '../../../instruments/vector-panels/vector-panels.module.css';
import { WordsField } from '../../../instruments/vector-panels/WordsField.tsx';
import { biasMessages } from '../messages.ts';
import { AxisNews, Shares } from './AxisNews.tsx';
import { type PlacedWord, pairsIn, placeWords, wordsIn } from './axis.ts';
import { isFarther, JUDGED } from './conditions.ts';
import styles from './figures.module.css';
import { digits3 } from './say.ts';
import { AXIS_TABLE, type AxisSettings } from './settings.ts';
import { type BiasAxis, useAxis } from './useAxis.ts';
import { usePage } from './usePage.ts';
import { PAIRS } from './word-lists.ts';

/** What the ends of the direction are called: the first pair that it is made of. */
type Ends = readonly [low: string, high: string];

const percentOf = (share: number): string => `${(100 * Math.max(0, Math.min(1, share))).toFixed(2)}%`;

/** The line runs to the next tenth beyond the farthest word. */
const reachOf = (placed: readonly PlacedWord[]): number =>
  Math.max(2, Math.ceil(10 * Math.max(0, ...placed.map(({ before }) => Math.abs(before))))) / 10;

function Line({ word, reach, neutral }: { word: PlacedWord; reach: number; neutral: boolean }) {
  const at = (value: number) => 0.5 + value / reach / 2;
  const [from, to] = [at(word.before), at(neutral && word.after !== null ? word.after : 0)];
  const side = word.before < 0 ? 'low' : 'high';
  return (
    <span className={`${panels.line} ${styles.line}`} aria-hidden="true">
      <span
        className={panels.stem}
        style={{ insetInlineStart: percentOf(Math.min(from, to)), width: percentOf(Math.abs(to - from)) }}
      />
      <span
        className={panels.dot}
        data-side={side}
        data-hollow={neutral || undefined}
        style={{ insetInlineStart: percentOf(from) }}
      />
      {neutral && word.after !== null && (
        <span
          className={panels.dot}
          data-side="after"
          data-term="prediction"
          style={{ insetInlineStart: percentOf(to) }}
        />
      )}
    </span>
  );
}

function Words(props: {
  readonly placed: readonly PlacedWord[];
  readonly neutral: boolean;
  readonly ends: Ends;
}) {
  const { placed, neutral, ends } = props;
  const text = useText(biasMessages);
  const reach = reachOf(placed);
  const [low, high] = ends;
  return (
    <table className={`${panels.ranked} ${styles.words}`} data-neutral={neutral || undefined}>
      <caption>{text('bias.axis-caption', { low, high })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('bias.head-word')}</th>
          <th scope="col">
            <span className={`${panels.ends} ${styles.ends}`} data-term="input">
              <bdi>← {low}</bdi>
              <bdi>{high} →</bdi>
            </span>
          </th>
          <th scope="col">{text(neutral ? 'bias.after' : 'bias.before')}</th>
        </tr>
      </thead>
      <tbody>
        {placed.map((word) => (
          <tr key={word.word} data-hit={word.word}>
            <th scope="row">
              <bdi>{word.word}</bdi>
            </th>
            <td>
              <Line word={word} reach={reach} neutral={neutral} />
            </td>
            <td>
              {neutral
                ? word.after === null
                  ? text('bias.gone')
                  : digits3(word.after)
                : digits3(word.before)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ControlsProps {
  readonly settings: AxisSettings;
  readonly change: (part: Partial<AxisSettings>) => void;
  readonly bias: BiasAxis;
}

function Controls({ settings, change, bias }: ControlsProps) {
  const text = useText(biasMessages);
  return (
    <div className={styles.controls}>
      <WordsField
        label={text('bias.pairs')}
        hint={text('bias.pairs-hint')}
        value={settings.pairs}
        onChange={(pairs) => change({ pairs })}
      />
      <p className={styles.buttons}>
        <Button onClick={() => change({ pairs: PAIRS.one })}>{text('bias.pairs-one')}</Button>
        <Button onClick={() => change({ pairs: PAIRS.ten })}>{text('bias.pairs-ten')}</Button>
      </p>
      <WordsField
        label={text('bias.words')}
        rows={5}
        value={settings.words}
        onChange={(typed) => change({ words: typed })}
      />
      <Toggle
        label={text('bias.neutral')}
        checked={settings.neutral}
        onChange={(neutral) => change({ neutral })}
      />
      <AxisNews bias={bias} />
      <Shares bias={bias} />
    </div>
  );
}

const EMPTY: readonly PlacedWord[] = [];

/** Words on the line that pairs of words define, as they are and neutralised. */
export function AxisFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(biasMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(AXIS_TABLE, id);
  const { settings, change } = figure;
  const page = usePage(frame);
  const words = useMemo(() => wordsIn(settings.words), [settings.words]);
  const bias = useAxis(page.set, settings.pairs, [...words, ...JUDGED]);
  const { axis, unit } = bias;
  const placed = useMemo(
    () => (axis?.result.ok ? placeWords(words, unit, axis.result.direction) : EMPTY),
    [axis, unit, words],
  );
  const ends: Ends = axis?.used[0] ?? pairsIn(settings.pairs).pairs[0] ?? ['', ''];
  useCondition('bias-farther', isFarther(placed, axis, unit));
  return (
    <ToolFigure
      id={id}
      title={text('bias.axis-title')}
      caption={caption}
      table={AXIS_TABLE}
      figure={figure}
      csv={() => [
        ['word', 'cosine', 'neutralised'],
        ...placed.map(({ word, before, after }) => [word, before, after]),
      ]}
      numbers={
        <NumberTable
          caption={text('bias.axis-caption', { low: ends[0], high: ends[1] })}
          heads={[text('bias.head-word'), text('bias.before'), text('bias.after')]}
          rows={placed.map(({ word, before, after }) => ({
            id: word,
            cells: [word, before.toFixed(5), after?.toFixed(5) ?? text('bias.gone')],
          }))}
        />
      }
    >
      <div ref={frame} className={styles.figure}>
        <SetGate page={page}>
          {() => (
            <div className={styles.both}>
              <Controls settings={settings} change={change} bias={bias} />
              {placed.length > 0 && <Words placed={placed} neutral={settings.neutral} ends={ends} />}
            </div>
          )}
        </SetGate>
      </div>
    </ToolFigure>
  );
}
