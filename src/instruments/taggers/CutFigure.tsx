import { type ReactNode, useMemo, useRef } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { TagChart } from '../../components/diagrams/tags/TagChart.tsx';
import type { TagGroup } from '../../components/diagrams/tags/tagTypes.ts';
import { useText } from '../../components/text/useText.tsx';
import { taggerMessages } from '../../i18n/messages/taggers.ts';
import { readSequence } from '../../models/network/reading.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { type CutAnswers, cutParameters, namesUnder, scoreCut } from './cut.ts';
import { CUT_TABLE, CUTS, type CutSettings, SENTENCES } from './figure-settings.ts';
import { type LogOdds, logOddsAt } from './log-odds.ts';
import { LOOKS } from './looks.ts';
import { ScoreTable } from './ScoreTable.tsx';
import { scoreTagger } from './score.ts';
import type { Tagger } from './shared-taggers.ts';
import { Status } from './TrainingBar.tsx';
import { cellsOf, showProbability } from './tag-rows.ts';
import styles from './taggers.module.css';
import { commonBeginning, HELD_OUT, SCORED } from './task.ts';
import { type TaggersView, useTaggers } from './useTaggers.ts';

const WHO = ['forward', 'cut', 'concat'] as const satisfies readonly (keyof CutAnswers)[];
type Who = (typeof WHO)[number];
type Names = CutAnswers;

type View = TaggersView<CutSettings>;

function useNames({ taggers, sentences, figure }: View): readonly (Names | null)[] {
  const { cut } = figure.settings;
  return useMemo(
    () => sentences.map((sentence) => (taggers ? namesUnder(taggers, cut, sentence) : null)),
    [taggers, sentences, cut],
  );
}

function useLabels() {
  const text = useText(taggerMessages);
  const taggers = { forward: text('tag.forward'), cut: text('cut.tagger'), concat: text('tag.concat') };
  return taggers satisfies Record<Who, string>;
}

function Chart({ view, names }: { readonly view: View; readonly names: readonly (Names | null)[] }) {
  const text = useText(taggerMessages);
  const labels = useLabels();
  const { settings, change } = view.figure;
  const groups = SENTENCES.map((sentence, s): TagGroup => {
    const found = names[s];
    const words = found ? (view.sentences[s]?.words ?? []) : [];
    const rows = WHO.map((who) => {
      const say = (step: number, value: string) =>
        text('tag.cell', {
          tagger: labels[who],
          sentence: s + 1,
          step: step + 1,
          word: words[step] ?? '',
          value,
        });
      const cells = found ? cellsOf(found[who], say) : [];
      return {
        id: who,
        label: text('tag.row', { tagger: labels[who] }),
        role: LOOKS[who],
        unsure: who === 'cut',
        cells,
      };
    });
    return { id: sentence, words: words.map((word) => ({ text: word })), rows };
  });
  const common = commonBeginning(
    groups[0]?.words.map((word) => word.text) ?? [],
    groups[1]?.words.map((word) => word.text) ?? [],
  );
  const group = settings.sentence === 'first' ? 0 : 1;
  const last = Math.max(0, (groups[group]?.words.length ?? 1) - 1);
  return (
    <TagChart
      groups={groups}
      band={common > 0 ? { columns: common, label: text('tag.band') } : undefined}
      selected={{ group, row: 1, step: Math.min(settings.at - 1, last) }}
      onSelect={({ group: chosen, step }) => change({ sentence: SENTENCES[chosen] ?? 'first', at: step + 1 })}
      name={text('cut.chart')}
    />
  );
}

const partCells = ({ chains, bias, total, probability }: LogOdds, parts: number) => [
  ...Array.from({ length: parts }, (_, i) => (chains[i] ? formatFixed(chains[i].sum) : '–')),
  formatFixed(bias),
  formatFixed(total),
  showProbability(probability),
];

/** The same word's log-odds under each network, in parts: where they differ, and where the cut shows. */
function Parts({ view }: { readonly view: View }) {
  const text = useText(taggerMessages);
  const labels = useLabels();
  const { settings } = view.figure;
  const { taggers } = view;
  const sentence = view.sentences[settings.sentence === 'first' ? 0 : 1];
  const { ids, words } = sentence;
  if (!taggers || !ids) return null;
  const step = Math.min(settings.at, words.length) - 1;
  // What a cut chain says of the word itself, it says as if the sentence ended there.
  const seen = settings.cut === 'alone' ? ids.subarray(0, step + 1) : ids;
  const odds = (tagger: Tagger, flat: Float64Array, read: Int32Array) =>
    logOddsAt(tagger.network, flat, readSequence(tagger.network, flat, read), step);
  const { forward, concat } = taggers;
  const found: Readonly<Record<Who, LogOdds>> = {
    forward: odds(forward, forward.flat, ids),
    cut: odds(concat, cutParameters(concat, settings.cut), seen),
    concat: odds(concat, concat.flat, ids),
  };
  const heads = (['from-forward', 'from-backward', 'bias', 'total'] as const).map((head) =>
    text(`cut.${head}`),
  );
  return (
    <NumberTable
      caption={text('cut.parts', { word: words[step] ?? '' })}
      heads={[text('tag.score-tagger'), ...heads, 'P']}
      rows={WHO.map((who) => ({ id: who, cells: [labels[who], ...partCells(found[who], 2)] }))}
    />
  );
}

function Scores({ view }: { readonly view: View }) {
  const text = useText(taggerMessages);
  const labels = useLabels();
  const { taggers, figure } = view;
  const { cut } = figure.settings;
  const scores = useMemo(() => {
    if (!taggers) return null;
    const { forward, concat } = taggers;
    return {
      forward: scoreTagger(forward.network, forward.flat, HELD_OUT),
      cut: scoreCut(concat, cut),
      concat: scoreTagger(concat.network, concat.flat, HELD_OUT),
    };
  }, [taggers, cut]);
  return (
    <ScoreTable
      caption={text('cut.scores', { count: SCORED })}
      rows={WHO.map((who) => ({ id: who, label: labels[who], score: scores?.[who] ?? null }))}
    />
  );
}

function Note({ view, names }: { readonly view: View; readonly names: readonly (Names | null)[] }) {
  const text = useText(taggerMessages);
  const [one, other] = names;
  const words = view.sentences.map((sentence) => sentence.words);
  const common = commonBeginning(words[0] ?? [], words[1] ?? []);
  const at = Math.min(view.figure.settings.at, common) - 1;
  if (!one || !other || at < 0) return null;
  const show = (who: Who) => showProbability(one[who][at] ?? Number.NaN);
  return (
    <p className={styles.verdict} role="status" data-testid="cut-note">
      {text('cut.note', { word: words[0]?.[at] ?? '', cut: show('cut'), forward: show('forward') })}
    </p>
  );
}

const HEADS = ['sentence', 'step', 'word'] as const;

const rowsOf = ({ sentences }: View, names: readonly (Names | null)[]) =>
  names.flatMap((found, s) =>
    found
      ? (sentences[s]?.words ?? []).map((word, t) => [
          s + 1,
          t + 1,
          word,
          ...WHO.map((who) => found[who][t] ?? Number.NaN),
        ])
      : [],
  );

function Numbers({ view, names }: { readonly view: View; readonly names: readonly (Names | null)[] }) {
  const text = useText(taggerMessages);
  const labels = useLabels();
  const rows = rowsOf(view, names).map((cells) => ({
    id: `${cells[0]}-${cells[1]}`,
    cells: cells.map((cell, column) =>
      column > 2 && typeof cell === 'number' ? formatFixed(cell, 6) : cell,
    ),
  }));
  const heads = [...HEADS.map((head) => text(`tag.head-${head}`)), ...WHO.map((who) => labels[who])];
  return <NumberTable caption={text('cut.table')} heads={heads} rows={rows} />;
}

/** A trained two-way tagger whose backward chain is cut, between the two networks that were trained. */
export function CutFigure(props: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(taggerMessages);
  const frame = useRef<HTMLDivElement>(null);
  const view = useTaggers(frame, useFigure(CUT_TABLE, props.id));
  const names = useNames(view);
  const { settings, change } = view.figure;
  return (
    <ToolFigure
      id={props.id}
      title={text('cut.title')}
      caption={props.caption}
      table={CUT_TABLE}
      figure={view.figure}
      csv={() => [[...HEADS, ...WHO], ...rowsOf(view, names)]}
      numbers={<Numbers view={view} names={names} />}
    >
      <div ref={frame} className={styles.frame}>
        <div className={tools.bar}>
          <span aria-hidden="true">{text('cut.how')}</span>
          <SegmentedControl
            label={text('cut.how')}
            value={settings.cut}
            options={CUTS.map((value) => ({ value, label: text(`cut.${value}`) }))}
            onChange={(cut) => change({ cut })}
          />
        </div>
        <Chart view={view} names={names} />
        <Note view={view} names={names} />
        <div className={styles.halves}>
          <Parts view={view} />
          <Scores view={view} />
        </div>
        <Status view={view} />
      </div>
    </ToolFigure>
  );
}
