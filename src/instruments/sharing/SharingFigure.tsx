import { type ReactNode, useMemo } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { PositionBars, type PositionValue } from '../../components/diagrams/PositionBars.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import type { Locale } from '../../i18n/locale.ts';
import { notationMessages } from '../../i18n/messages/notation.ts';
import type { FigureState } from '../../store/figure.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { answer, MOST_WORDS } from './answers.ts';
import { EVERY, type Snapshot, STEPS } from './learning.ts';
import { PLACES, readSentence, TRAINING, timesSeen, VOCABULARY } from './sentences.ts';
import { EXAMPLES, SHARING_TABLE, type SharingSettings } from './settings.ts';
import { useLearning } from './useLearning.ts';

type Controlled = Pick<FigureState<SharingSettings>, 'settings' | 'change'>;

/** a, b, c, …: as many as a line has room for. */
const listed = (words: readonly string[], locale: Locale, most: number): string =>
  [...words.slice(0, most), ...(words.length > most ? ['…'] : [])].join(locale === 'zh' ? '、' : ', ');

/** The learner's sentence, with examples, and what of it is cut or unknown. */
function Sentence({ settings, change }: Controlled) {
  const text = useText(notationMessages);
  const { words, ids } = readSentence(settings.sentence);
  const locale = useLocale();
  const unknown = words.filter((_, t) => ids[t] === 0);
  const hint = [
    words.length > MOST_WORDS ? text('sharing.cut', { count: words.length, shown: MOST_WORDS }) : '',
    unknown.length > 0
      ? text('sharing.unknown', { count: unknown.length, words: listed(unknown, locale, 6) })
      : text('sharing.hint', { words: VOCABULARY.tokens.slice(1).join(', ') }),
  ];
  return (
    <>
      <TextField
        label={text('sharing.sentence')}
        value={settings.sentence}
        hint={hint.filter(Boolean).join(' ')}
        error={words.length === 0 ? text('sharing.empty') : null}
        rows={1}
        maxLength={20000}
        onChange={(sentence) => change({ sentence })}
      />
      <div className={tools.examples}>
        {EXAMPLES.map((sentence) => (
          <Button
            key={sentence}
            pressed={settings.sentence === sentence}
            onClick={() => change({ sentence })}
          >
            {sentence}
          </Button>
        ))}
      </div>
    </>
  );
}

function Controls({ settings, change }: Controlled) {
  const text = useText(notationMessages);
  return (
    <div className={tools.bar}>
      <Slider
        label={text('sharing.trained')}
        value={settings.trained}
        min={0}
        max={STEPS}
        step={EVERY}
        onChange={(trained) => change({ trained })}
      />
      <Button icon="reset" onClick={() => change({ seed: (settings.seed + 1) % 4294967296 })}>
        {text('sharing.again')}
      </Button>
      <span className={tools.note}>{text('sharing.seed', { seed: settings.seed })}</span>
    </div>
  );
}

const HEADS = ['t', 'word', 'seen', 'dense', 'moved', 'shared'] as const;

const cells = ({ word, dense, moved, shared }: PositionValue, t: number) => [
  t + 1,
  word,
  timesSeen(word, t),
  dense,
  moved,
  shared,
];

function Numbers({ values }: { readonly values: readonly PositionValue[] }) {
  const text = useText(notationMessages);
  const show = (cell: string | number | null, column: number) =>
    typeof cell === 'number' && column > 2 ? formatFixed(cell, 4) : (cell ?? '–');
  const rows = values.map((value, t) => ({ id: String(t), cells: cells(value, t).map(show) }));
  const heads = HEADS.map((head) => text(`sharing.head-${head}`));
  return <NumberTable caption={text('sharing.table')} heads={heads} rows={rows} />;
}

/** One sentence about the first word that the dense net never met at its position. */
function Verdict({ values }: { readonly values: readonly PositionValue[] }) {
  const text = useText(notationMessages);
  const at = values.findIndex(({ word, moved }, t) => moved !== null && timesSeen(word, t) === 0);
  const found = values[at];
  if (!found) return <p className={tools.note}>{text('sharing.all-seen')}</p>;
  return (
    <p className={tools.note} role="status">
      {text('sharing.never', {
        word: found.word,
        place: at + 1,
        moved: formatFixed(found.moved ?? Number.NaN),
        dense: formatFixed(found.dense ?? Number.NaN),
        shared: formatFixed(found.shared),
      })}
    </p>
  );
}

function Given() {
  const text = useText(notationMessages);
  return (
    <details>
      <summary>{text('sharing.given', { count: TRAINING.length })}</summary>
      <ul className={tools.columns}>
        {TRAINING.map(({ words, tags }) => (
          <li key={words.join(' ')}>
            {words.map((word, t) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place.
              <span key={t}>
                {t > 0 ? ' ' : ''}
                {tags[t] ? <strong>{word}</strong> : word}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

function useValues(settings: SharingSettings, snapshots: readonly Snapshot[]): readonly PositionValue[] {
  const first = snapshots[0];
  const now = snapshots[Math.min(Math.round(settings.trained / EVERY), snapshots.length - 1)];
  return useMemo(
    () => (first && now ? answer(settings.sentence, first, now) : []),
    [settings.sentence, first, now],
  );
}

/** A dense net and a recurrent net tag the same sentence after the same lessons: only one has heard of other positions. */
export function SharingFigure(props: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(notationMessages);
  const figure = useFigure(SHARING_TABLE, props.id);
  const { settings, change } = figure;
  const values = useValues(settings, useLearning(settings.seed));
  return (
    <ToolFigure
      id={props.id}
      title={text('sharing.title')}
      caption={props.caption}
      table={SHARING_TABLE}
      figure={figure}
      csv={() => [[...HEADS], ...values.map(cells)]}
      numbers={<Numbers values={values} />}
    >
      <Sentence settings={settings} change={change} />
      <Controls settings={settings} change={change} />
      <ScrollBox label={text('sharing.drawing')} className={tools.scroller ?? ''}>
        <PositionBars
          values={values}
          name={text('sharing.drawing')}
          denseLabel={text('sharing.dense')}
          movedLabel={text('sharing.moved')}
          sharedLabel={text('sharing.shared')}
          places={PLACES}
          padding={text('sharing.padding')}
          noInput={text('sharing.no-input', { places: PLACES })}
        />
      </ScrollBox>
      <Verdict values={values} />
      <Given />
    </ToolFigure>
  );
}
