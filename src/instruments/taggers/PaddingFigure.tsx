import { type ReactNode, useMemo, useRef } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { TagChart } from '../../components/diagrams/tags/TagChart.tsx';
import type { TagGroup } from '../../components/diagrams/tags/tagTypes.ts';
import { useText } from '../../components/text/useText.tsx';
import { taggerMessages } from '../../i18n/messages/taggers.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import {
  LATE_SENTENCE,
  MOST_PADDING,
  PADDED,
  PADDING_TABLE,
  type PaddingSettings,
} from './figure-settings.ts';
import { LOOKS } from './looks.ts';
import { distanceAtEnd, PADDING_ID, type PaddedAnswers, readPadded, scorePadded } from './padding.ts';
import { showShare } from './ScoreTable.tsx';
import type { Tagger } from './shared-taggers.ts';
import { Status } from './TrainingBar.tsx';
import { cellsOf } from './tag-rows.ts';
import styles from './taggers.module.css';
import { HELD_OUT, readSentence, SCORED, TASK } from './task.ts';
import { type TaggersView, useTaggers } from './useTaggers.ts';

const ROWS = ['masked', 'read', 'forward'] as const satisfies readonly (keyof PaddedAnswers)[];
const LATE = readSentence(LATE_SENTENCE);

type View = TaggersView<PaddingSettings>;

function useShown({ taggers, sentences, figure }: View) {
  const { padded, count } = figure.settings;
  const { ids, words } = padded === 'late' ? LATE : sentences[padded === 'first' ? 0 : 1];
  return useMemo(() => {
    if (!taggers || !ids) return null;
    return {
      words,
      rows: readPadded(taggers, ids, count),
      distance: distanceAtEnd(taggers.concat, ids, count),
    };
  }, [taggers, ids, words, count]);
}
type Shown = NonNullable<ReturnType<typeof useShown>>;

function Chart({ view, shown }: { readonly view: View; readonly shown: Shown }) {
  const text = useText(taggerMessages);
  const { settings, change } = view.figure;
  const { words, rows } = shown;
  const padding = Array.from({ length: settings.count }, () => ({
    text: TASK.inputs[PADDING_ID] ?? '',
    note: text('pad.step'),
    faint: true,
  }));
  const group: TagGroup = {
    id: settings.padded,
    words: [...words.map((word) => ({ text: word })), ...padding],
    rows: ROWS.map((id) => {
      const label = text(`pad.${id}`);
      const say = (step: number, value: string) =>
        text('tag.cell', {
          tagger: label,
          sentence: PADDED.indexOf(settings.padded) + 1,
          step: step + 1,
          word: words[step] ?? '',
          value,
        });
      const role = id === 'forward' ? LOOKS.forward : LOOKS.concat;
      return { id, label, role, unsure: id === 'read', cells: cellsOf(rows[id], say) };
    }),
  };
  return (
    <TagChart
      groups={[group]}
      selected={{ group: 0, row: 1, step: Math.min(settings.at, words.length) - 1 }}
      onSelect={({ step }) => change({ at: step + 1 })}
      name={text('pad.chart')}
    />
  );
}

const COUNTS = Array.from({ length: MOST_PADDING + 1 }, (_, count) => count);

/** The score on held-out sentences for every amount of padding; dashes until there is a tagger at rest to measure. */
function Scores({ tagger }: { readonly tagger: Tagger | undefined }) {
  const text = useText(taggerMessages);
  const rows = useMemo(
    () =>
      COUNTS.map((count) => {
        if (!tagger) return { id: String(count), cells: [count, '–', '–', '–'] };
        const score = (masked: boolean) => scorePadded(tagger.network, tagger.flat, HELD_OUT, count, masked);
        const [masked, read] = [score(true), score(false)];
        const shares = [showShare(masked.ambiguous), showShare(read.ambiguous)];
        return { id: String(count), cells: [count, ...shares, formatFixed(read.loss, 4)] };
      }),
    [tagger],
  );
  const heads = (['count', 'masked', 'read', 'loss'] as const).map((head) => text(`pad.head-${head}`));
  return <NumberTable caption={text('pad.scores', { count: SCORED })} heads={heads} rows={rows} />;
}

const rowsOf = (shown: Shown | null) =>
  (shown?.words ?? []).map((word, t) => [t + 1, word, ...ROWS.map((id) => shown?.rows[id][t] ?? Number.NaN)]);

function Numbers({ shown }: { readonly shown: Shown | null }) {
  const text = useText(taggerMessages);
  const heads = [text('tag.head-step'), text('tag.head-word'), ...ROWS.map((id) => text(`pad.${id}`))];
  const rows = rowsOf(shown).map((cells) => ({
    id: String(cells[0]),
    cells: cells.map((cell, column) =>
      column > 1 && typeof cell === 'number' ? formatFixed(cell, 6) : cell,
    ),
  }));
  return <NumberTable caption={text('pad.table')} heads={heads} rows={rows} />;
}

/** A sentence with padding behind it, as it stands in a batch beside a longer one: with a mask, and without. */
export function PaddingFigure(props: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(taggerMessages);
  const frame = useRef<HTMLDivElement>(null);
  const view = useTaggers(frame, useFigure(PADDING_TABLE, props.id));
  const { settings, change } = view.figure;
  const shown = useShown(view);
  return (
    <ToolFigure
      id={props.id}
      title={text('pad.title')}
      caption={props.caption}
      table={PADDING_TABLE}
      figure={view.figure}
      csv={() => [['t', 'word', ...ROWS], ...rowsOf(shown)]}
      numbers={<Numbers shown={shown} />}
    >
      <div ref={frame} className={styles.frame}>
        <div className={tools.bar}>
          <Slider
            label={text('pad.count')}
            value={settings.count}
            min={0}
            max={MOST_PADDING}
            step={1}
            onChange={(count) => change({ count })}
          />
          <SegmentedControl
            label={text('pad.which')}
            value={settings.padded}
            options={PADDED.map((value) => ({
              value,
              label: text(value === 'late' ? 'pad.late' : `tag.${value}`),
            }))}
            onChange={(padded) => change({ padded })}
          />
        </div>
        {shown ? <Chart view={view} shown={shown} /> : null}
        {shown && settings.count > 0 ? (
          <p className={styles.verdict} role="status" data-testid="padding-note">
            {text('pad.note', { word: TASK.inputs[PADDING_ID] ?? '', distance: formatFixed(shown.distance) })}
          </p>
        ) : null}
        <Scores tagger={view.settled?.concat} />
        <Status view={view} />
      </div>
    </ToolFigure>
  );
}
