import { useMemo } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import type { VectorSet, WordAxis } from '../../store/vectors-state.ts';
import { AxisEnds } from './AxisEnds.tsx';
import { AxisTable } from './AxisTable.tsx';
import { faultOf, reachOf } from './axis-words.ts';
import type { FilledSettings } from './examples.ts';
import { hasCharacters, type PanelProps } from './panel.ts';
import { Failed, MissingWords } from './Said.tsx';
import { type AxesAnswer, useAxes } from './useAxes.ts';
import styles from './vector-panels.module.css';
import { WordsField } from './WordsField.tsx';
import { readWords, writeWords } from './word-lists.ts';

/** Most words of one end, and of all that are placed. */
const MOST_END = 12;
const MOST_PLACED = 40;

const FIELDS = [
  ['from', 'to'],
  ['from2', 'to2'],
] as const;
type EndField = (typeof FIELDS)[number][number];

/** The axes that the settings ask for. */
export function axesOf(set: VectorSet, settings: FilledSettings): readonly WordAxis[] {
  const list = (field: EndField) =>
    readWords(settings[field], { most: MOST_END, characters: hasCharacters(set) });
  return FIELDS.slice(0, settings.plane ? 2 : 1).map(([from, to]) => ({ from: list(from), to: list(to) }));
}

function AxisFields(props: PanelProps & { readonly number: 0 | 1; readonly axis: WordAxis }) {
  const { settings, change, number, axis } = props;
  const text = useText(vectorPanelMessages);
  const [from, to] = FIELDS[number];
  const fault = faultOf(axis);
  return (
    <fieldset className={styles.group}>
      <legend>{text('vectorpanels.axis', { number: number + 1 })}</legend>
      <div className={styles.twins}>
        {[from, to].map((field) => (
          <WordsField
            key={field}
            label={text(field === from ? 'vectorpanels.from' : 'vectorpanels.to')}
            value={settings[field]}
            onChange={(words) => change({ [field]: words })}
          />
        ))}
      </div>
      {fault && (
        <p className={styles.error} role="alert">
          {text(`vectorpanels.axis-${fault}`)}
        </p>
      )}
    </fieldset>
  );
}

interface FoundProps extends Pick<PanelProps, 'pointing'> {
  readonly answer: AxesAnswer;
  readonly axes: readonly WordAxis[];
}

/** The words placed on each axis, and those farthest out. */
function Found({ answer, axes, pointing }: FoundProps) {
  const text = useText(vectorPanelMessages);
  const joint = new Intl.ListFormat(LANGUAGE_TAG[useLocale()], { type: 'unit' });
  const reach = reachOf(answer.placed);
  return axes.map(({ from, to }, axis) => {
    const values = { from: from.join(' '), to: to.join(' ') };
    return (
      <div key={`${values.from}|${values.to}`} className={styles.block}>
        {answer.placed.length > 0 && (
          <AxisTable
            caption={text('vectorpanels.along-caption', values)}
            words={answer.placed}
            axis={axis}
            reach={reach}
            low={from[0] ?? ''}
            high={to[0] ?? ''}
            pointing={pointing}
            isOld={answer.pending}
          />
        )}
        <AxisEnds
          answer={answer}
          axis={axis}
          low={joint.format(from)}
          high={joint.format(to)}
          pointing={pointing}
        />
      </div>
    );
  });
}

/** Axes of the reader's own: from some words to others, and where words lie along them. */
export function Axes(props: PanelProps & { readonly onMap?: () => void }) {
  const { set, settings, change, pointing, onMap } = props;
  const text = useText(vectorPanelMessages);
  const characters = hasCharacters(set);
  const axes = useMemo(() => axesOf(set, settings), [set, settings]);
  const words = useMemo(
    () => readWords(settings.along, { most: MOST_PLACED, characters }),
    [settings.along, characters],
  );
  const isWhole = axes.every((axis) => faultOf(axis) === null);
  const answer = useAxes(set, isWhole ? axes : null, words, settings.centred);
  const replace = (missing: string, word: string) => {
    for (const field of ['from', 'to', 'from2', 'to2', 'along'] as const) {
      const list = readWords(settings[field], { most: MOST_PLACED, characters });
      const other = list.map((each) => (each === missing ? word : each));
      if (list.includes(missing)) change({ [field]: writeWords(other) });
    }
  };
  return (
    <section className={styles.panel} aria-label={text('vectorpanels.axes')} data-panel="axes">
      <AxisFields {...props} number={0} axis={axes[0] ?? { from: [], to: [] }} />
      {axes[1] && <AxisFields {...props} number={1} axis={axes[1]} />}
      <div className={styles.row}>
        <Toggle
          label={text('vectorpanels.plane')}
          checked={settings.plane}
          onChange={(plane) => change({ plane })}
        />
        <Toggle
          label={text('vectorpanels.centred')}
          checked={settings.centred}
          onChange={(centred) => change({ centred })}
        />
        {onMap && <Button onClick={onMap}>{text('vectorpanels.on-map')}</Button>}
      </div>
      <WordsField
        label={text('vectorpanels.along-words')}
        value={settings.along}
        onChange={(along) => change({ along })}
      />
      <Failed detail={answer?.failed ?? null} />
      {isWhole && answer && (
        <>
          <MissingWords set={set} words={answer.missing} onReplace={replace} />
          <Found answer={answer} axes={axes} pointing={pointing} />
        </>
      )}
    </section>
  );
}
