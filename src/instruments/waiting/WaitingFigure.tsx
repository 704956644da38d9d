import { type ReactNode, useMemo, useRef } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { StepperBar } from '../../components/controls/StepperBar.tsx';
import { TagChart } from '../../components/diagrams/tags/TagChart.tsx';
import type { TagFooter, TagGroup } from '../../components/diagrams/tags/tagTypes.ts';
import { useText } from '../../components/text/useText.tsx';
import { taggerMessages } from '../../i18n/messages/taggers.ts';
import { waitingMessages } from '../../i18n/messages/waiting.ts';
import type { FigureState } from '../../store/figure.ts';
import { useFigure } from '../link/useFigure.ts';
import { SENTENCES } from '../taggers/figure-settings.ts';
import { LOOKS } from '../taggers/looks.ts';
import { Status } from '../taggers/TrainingBar.tsx';
import { showProbability } from '../taggers/tag-rows.ts';
import styles from '../taggers/taggers.module.css';
import { type TaggersView, useTaggers } from '../taggers/useTaggers.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { useWalk } from '../unrolled/useWalk.ts';
import { type Heard, heardAfter, momentsOf, readBeginnings, saidProbabilities } from './heard.ts';
import { LookAheadCurve } from './LookAheadCurve.tsx';
import { MOST_AHEAD, READERS, WAITING_TABLE, type WaitingSettings } from './settings.ts';
import { delays, type Moment, roundsAtEnd } from './stream.ts';
import { WaitingNet } from './WaitingNet.tsx';

const MESSAGES = {
  en: { ...waitingMessages.en, ...taggerMessages.en },
  zh: { ...waitingMessages.zh, ...taggerMessages.zh },
};
type View = TaggersView<WaitingSettings>;

/** Everything that the figure shows of its sentence; null while something is missing. */
function useShown({ taggers, sentences, figure }: View) {
  const { reader, ahead, moment, sentence } = figure.settings;
  const { ids, words } = sentences[sentence === 'first' ? 0 : 1];
  const tagger = taggers?.[reader === 'forward' ? 'forward' : 'concat'];
  const readings = useMemo(() => (tagger && ids ? readBeginnings(tagger, ids) : null), [tagger, ids]);
  const moments = useMemo(() => momentsOf(reader, ahead, words.length), [reader, ahead, words]);
  const at = Math.min(moment, moments.length);
  const heard = useMemo(() => heardAfter(moments, at), [moments, at]);
  return tagger && readings ? { tagger, words, readings, moments, at, heard } : null;
}
export type Shown = NonNullable<ReturnType<typeof useShown>>;

/** The moment after which the next word comes in; or the one after which this one had. */
function nextWord(moments: readonly Moment[], at: number, by: 1 | -1): number {
  const heard = moments[Math.max(0, at - 1)]?.heard ?? 0;
  if (by === 1) {
    const found = moments.findIndex((moment) => moment.heard > heard);
    return at === 0 ? 1 : found < 0 ? moments.length : found + 1;
  }
  return moments.findLastIndex((moment) => moment.heard < heard) + 1;
}

/** The walk through the moments, and its bar. */
function Walker(props: { readonly shown: Shown; readonly change: FigureState<WaitingSettings>['change'] }) {
  const { shown, change } = props;
  const { moments, at } = shown;
  const walk = useWalk(() => {
    const next = Math.min(moments.length, at + 1);
    change({ moment: next });
    return next < moments.length;
  });
  const goTo = (moment: number) => {
    walk.stop();
    change({ moment: Math.max(0, Math.min(moments.length, moment)) });
  };
  const toggle = () => {
    if (walk.playing) return walk.stop();
    if (at >= moments.length) change({ moment: 0 });
    walk.start();
  };
  return (
    <StepperBar
      playing={walk.playing}
      canGoBack={at > 0}
      canGoForward={at < moments.length}
      speed={walk.speed}
      onPlayToggle={toggle}
      onGate={(by) => goTo(at + by)}
      onStep={(by) => goTo(nextWord(moments, at, by))}
      onReset={() => goTo(0)}
      onSpeed={walk.setSpeed}
    />
  );
}

function Controls({ settings, change }: Pick<FigureState<WaitingSettings>, 'settings' | 'change'>) {
  const text = useText(MESSAGES);
  return (
    <div className={tools.bar}>
      <SegmentedControl
        label={text('wait.reader')}
        value={settings.reader}
        options={READERS.map((value) => ({ value, label: text(`wait.${value}`) }))}
        onChange={(reader) => change({ reader })}
      />
      {settings.reader === 'ahead' ? (
        <Slider
          label={text('wait.words-ahead')}
          value={settings.ahead}
          min={0}
          max={MOST_AHEAD}
          step={1}
          format={(count) => text('wait.words', { count })}
          onChange={(ahead) => change({ ahead })}
        />
      ) : null}
      <SegmentedControl
        label={text('wait.sentence')}
        value={settings.sentence}
        options={SENTENCES.map((value) => ({ value, label: text(`tag.${value}`) }))}
        onChange={(sentence) => change({ sentence })}
      />
    </div>
  );
}

/** What has been said, and how long each answer has to wait. */
function Said({ view, shown }: { readonly view: View; readonly shown: Shown }) {
  const text = useText(MESSAGES);
  const { settings, change } = view.figure;
  const { words, heard, readings, moments } = shown;
  const role = LOOKS[settings.reader === 'forward' ? 'forward' : 'concat'];
  const cells = saidProbabilities(heard, readings).map((value, step) => {
    const printed = value === null ? '–' : showProbability(value);
    const spoken =
      value === null
        ? text('wait.unsaid')
        : text('wait.said', { value: printed, heard: heard.said.get(step) ?? 0 });
    return {
      value,
      text: printed,
      name: text('wait.cell', { step: step + 1, word: words[step] ?? '', value: spoken }),
    };
  });
  const group: TagGroup = {
    id: settings.sentence,
    words: words.map((word, step) => ({ text: word, faint: step >= heard.words })),
    rows: [{ id: 'said', label: text('wait.row'), role, cells }],
  };
  const waits = delays(moments, words.length).map((count) => ({ text: String(count), strong: count === 0 }));
  const footer: TagFooter = { id: 'delay', label: text('wait.delay'), role: 'input', cells: waits };
  return (
    <TagChart
      groups={[group]}
      footer={[footer]}
      selected={{ group: 0, row: 0, step: Math.min(settings.at, words.length) - 1 }}
      onSelect={({ step }) => change({ at: step + 1 })}
      name={text('wait.chart')}
    />
  );
}

function Summary({ shown }: { readonly shown: Shown }) {
  const text = useText(MESSAGES);
  const { moments, words, heard, at } = shown;
  const steps = words.length;
  return (
    <>
      <p className={tools.note} role="status" data-testid="moment">
        {text('wait.now', {
          heard: heard.words,
          moment: at,
          moments: moments.length,
          said: heard.said.size,
          steps,
        })}
      </p>
      <p className={styles.verdict} data-testid="summary">
        {text('wait.summary', {
          cells: moments.flatMap(({ places }) => places).length,
          longest: Math.max(...delays(moments, steps)),
          rounds: roundsAtEnd(moments, steps),
        })}
      </p>
    </>
  );
}

/** When each answer is said in the end, and what it is. */
function rowsOf(shown: Shown | null): readonly (readonly (string | number)[])[] {
  if (!shown) return [];
  const { moments, words, readings } = shown;
  const end: Heard = heardAfter(moments, moments.length);
  const values = saidProbabilities(end, readings);
  return words.map((word, t) => [t + 1, word, end.said.get(t) ?? Number.NaN, values[t] ?? Number.NaN]);
}

function Numbers({ shown }: { readonly shown: Shown | null }) {
  const text = useText(MESSAGES);
  const heads = [
    text('tag.head-step'),
    text('tag.head-word'),
    text('wait.head-when'),
    text('wait.head-value'),
  ];
  const rows = rowsOf(shown).map(([t = 0, word, when, value]) => ({
    id: String(t),
    cells: [t, word, when, typeof value === 'number' ? value.toFixed(6) : value],
  }));
  return <NumberTable caption={text('wait.table')} heads={heads} rows={rows} />;
}

/** Words come in one by one: what can be computed when, what can be said when, and what a look-ahead buys. */
export function WaitingFigure(props: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(MESSAGES);
  const frame = useRef<HTMLDivElement>(null);
  const view = useTaggers(frame, useFigure(WAITING_TABLE, props.id));
  const { settings, change } = view.figure;
  const shown = useShown(view);
  return (
    <ToolFigure
      id={props.id}
      title={text('wait.title')}
      caption={props.caption}
      table={WAITING_TABLE}
      figure={view.figure}
      csv={() => [['t', 'word', 'heard', 'P(name)'], ...rowsOf(shown)]}
      numbers={<Numbers shown={shown} />}
    >
      <div ref={frame} className={styles.frame}>
        <Controls settings={settings} change={change} />
        {shown ? (
          <>
            <Walker shown={shown} change={change} />
            <WaitingNet shown={shown} settings={settings} change={change} />
            <Said view={view} shown={shown} />
            <Summary shown={shown} />
          </>
        ) : null}
        <LookAheadCurve tagger={view.settled?.concat} />
        <Status view={view} />
      </div>
    </ToolFigure>
  );
}
