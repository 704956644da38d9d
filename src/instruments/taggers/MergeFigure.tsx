import { type ReactNode, useMemo, useRef } from 'react';
import { Slider } from '../../components/controls/Slider.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
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
import { MERGE_TABLE, type MergeSettings, SENTENCES } from './figure-settings.ts';
import { LOOKS } from './looks.ts';
import { countMerge } from './merge-counts.ts';
import { namesOf } from './names-of.ts';
import { showShare, useHeldOut } from './ScoreTable.tsx';
import type { Tagger } from './shared-taggers.ts';
import { withChainsExchanged } from './surgery.ts';
import { Status } from './TrainingBar.tsx';
import { cellsOf, showProbability } from './tag-rows.ts';
import { MOST_HIDDEN, taggerNetwork } from './tagger-settings.ts';
import styles from './taggers.module.css';
import { type TaggersView, useTaggers } from './useTaggers.ts';

const HOW = ['concat', 'sum'] as const;
type How = (typeof HOW)[number];
type View = TaggersView<MergeSettings>;
/** By sentence: P(name) as trained, and with the chains exchanged; null where a sentence cannot be read. */
type Said = Readonly<
  Record<How, readonly ({ readonly plain: Float64Array; readonly exchanged: Float64Array } | null)[]>
>;

function useSaid({ taggers, sentences }: View): Said | null {
  return useMemo(() => {
    if (!taggers) return null;
    const read = ({ network, flat }: Tagger) => {
      const exchanged = withChainsExchanged(network, flat);
      return sentences.map(({ ids }) =>
        ids
          ? {
              plain: namesOf(readSequence(network, flat, ids)),
              exchanged: namesOf(readSequence(network, exchanged, ids)),
            }
          : null,
      );
    };
    return { concat: read(taggers.concat), sum: read(taggers.sum) };
  }, [taggers, sentences]);
}

function Chart({ view, said }: { readonly view: View; readonly said: Said | null }) {
  const text = useText(taggerMessages);
  const { settings, change } = view.figure;
  const shown = settings.exchanged ? 'exchanged' : 'plain';
  const groups = SENTENCES.map((sentence, s): TagGroup => {
    const { words } = view.sentences[s] ?? { words: [] };
    const rows = HOW.map((how) => {
      const tagger = text(`merge.${how}`);
      const say = (step: number, value: string) =>
        text('tag.cell', { tagger, sentence: s + 1, step: step + 1, word: words[step] ?? '', value });
      const found = said?.[how][s];
      const cells = found ? cellsOf(found[shown], say) : [];
      return {
        id: how,
        label: text('merge.row', { how: tagger }),
        role: LOOKS[how],
        unsure: settings.exchanged,
        cells,
      };
    });
    return { id: sentence, words: said?.concat[s] ? words.map((word) => ({ text: word })) : [], rows };
  });
  const group = settings.sentence === 'first' ? 0 : 1;
  const last = Math.max(0, (groups[group]?.words.length ?? 1) - 1);
  return (
    <TagChart
      groups={groups}
      selected={{ group, row: 0, step: Math.min(settings.at - 1, last) }}
      onSelect={({ group: chosen, step }) => change({ sentence: SENTENCES[chosen] ?? 'first', at: step + 1 })}
      name={text('merge.chart')}
    />
  );
}

/** The largest change of any word's probability when the chains are exchanged. */
function largestChange(found: Said[How]): number {
  return Math.max(
    0,
    ...found.flatMap((each) =>
      each ? Array.from(each.plain, (value, t) => Math.abs(value - (each.exchanged[t] ?? value))) : [],
    ),
  );
}

function Exchange({ view, said }: { readonly view: View; readonly said: Said | null }) {
  const text = useText(taggerMessages);
  if (!said) return null;
  const { exchanged } = view.figure.settings;
  return (
    <p className={styles.verdict} role="status" data-testid="exchange" data-sum={largestChange(said.sum)}>
      {exchanged
        ? text('merge.exchanged', { concat: showProbability(largestChange(said.concat)) })
        : text('merge.plain')}
    </p>
  );
}

const COUNTS = ['width', 'chains', 'readout', 'next'] as const;

function Counts({ view }: { readonly view: View }) {
  const text = useText(taggerMessages);
  const { settings } = view.figure;
  const counts = HOW.map((how) => countMerge(taggerNetwork(settings, how)));
  const scores = [useHeldOut(view.taggers?.concat), useHeldOut(view.taggers?.sum)];
  const measured = (['all', 'ambiguous'] as const).map((key) => ({
    id: key,
    cells: [text(`merge.${key}`), ...scores.map((score) => (score ? showShare(score[key]) : '–'))],
  }));
  const loss = scores.map((score) => (score ? formatFixed(score.loss, 4) : '–'));
  return (
    <NumberTable
      caption={text('merge.counts')}
      heads={[text('merge.joint'), ...HOW.map((how) => text(`merge.${how}`))]}
      rows={[
        ...COUNTS.map((key) => ({
          id: key,
          cells: [text(`merge.${key}`), ...counts.map((count) => count[key])],
        })),
        ...measured,
        { id: 'loss', cells: [text('merge.loss'), ...loss] },
      ]}
    />
  );
}

const rowsOf = ({ sentences }: View, said: Said | null) =>
  sentences.flatMap(({ words }, s) =>
    words.map((word, t) => [
      s + 1,
      t + 1,
      word,
      ...HOW.flatMap((how) => [
        said?.[how][s]?.plain[t] ?? Number.NaN,
        said?.[how][s]?.exchanged[t] ?? Number.NaN,
      ]),
    ]),
  );

function Numbers({ view, said }: { readonly view: View; readonly said: Said | null }) {
  const text = useText(taggerMessages);
  const heads = (['sentence', 'step', 'word'] as const).map((head) => text(`tag.head-${head}`));
  const taggers = HOW.flatMap((how) => [text(`merge.${how}`), `${text(`merge.${how}`)} ⇄`]);
  const rows = rowsOf(view, said).map((cells) => ({
    id: `${cells[0]}-${cells[1]}`,
    cells: cells.map((cell, column) =>
      column > 2 && typeof cell === 'number' ? formatFixed(cell, 6) : cell,
    ),
  }));
  return <NumberTable caption={text('merge.table')} heads={[...heads, ...taggers]} rows={rows} />;
}

/** Two chains put side by side or added: both trained, what each costs, and what only one of them can tell apart. */
export function MergeFigure(props: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(taggerMessages);
  const frame = useRef<HTMLDivElement>(null);
  const view = useTaggers(frame, useFigure(MERGE_TABLE, props.id));
  const said = useSaid(view);
  const { settings, change } = view.figure;
  return (
    <ToolFigure
      id={props.id}
      title={text('merge.title')}
      caption={props.caption}
      table={MERGE_TABLE}
      figure={view.figure}
      csv={() => [
        ['sentence', 'step', 'word', 'concat', 'concat exchanged', 'sum', 'sum exchanged'],
        ...rowsOf(view, said),
      ]}
      numbers={<Numbers view={view} said={said} />}
    >
      <div ref={frame} className={styles.frame}>
        <div className={tools.bar}>
          <Slider
            label={text('merge.units')}
            value={settings.hidden}
            min={1}
            max={MOST_HIDDEN}
            step={1}
            onChange={(hidden) => change({ hidden })}
          />
          <Toggle
            label={text('merge.exchange')}
            checked={settings.exchanged}
            onChange={(exchanged) => change({ exchanged })}
          />
        </div>
        <Status view={view} />
        <Chart view={view} said={said} />
        <Exchange view={view} said={said} />
        <Counts view={view} />
      </div>
    </ToolFigure>
  );
}
