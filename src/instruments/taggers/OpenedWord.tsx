import { useMemo } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { DetailPanel } from '../../components/diagrams/DetailPanel.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { selectOperands } from '../../components/diagrams/selectOperands.ts';
import { StackNet } from '../../components/diagrams/stack/StackNet.tsx';
import { StateValues } from '../../components/diagrams/stack/StateValues.tsx';
import type { LookAt } from '../../components/diagrams/stack/stackTypes.ts';
import { plainSymbol, roleSymbol } from '../../components/diagrams/symbols.ts';
import { useNetTerm } from '../../components/prose/TermProvider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { stackMessages } from '../../i18n/messages/stack.ts';
import { taggerMessages } from '../../i18n/messages/taggers.ts';
import { layoutStack, tileBand } from '../../layout/stack.ts';
import { laneRoles } from '../../models/cells/roles.ts';
import type { StackSpec } from '../../models/cells/stack.ts';
import type { LaneRole } from '../../models/cells/types.ts';
import type { Reading } from '../../models/network/reading.ts';
import { viewNetwork } from '../../models/network/token-network.ts';
import { useSettings } from '../../store/settings.ts';
import type { PairSettings } from './figure-settings.ts';
import { chainSymbol, LogOddsPanel } from './LogOddsPanel.tsx';
import { logOddsAt } from './log-odds.ts';
import type { Tagger } from './shared-taggers.ts';
import styles from './taggers.module.css';
import { TASK } from './task.ts';

const MESSAGES = {
  en: { ...stackMessages.en, ...taggerMessages.en },
  zh: { ...stackMessages.zh, ...taggerMessages.zh },
};
const NO_EDITS: ReadonlySet<number> = new Set();

/** Geometry of a tagger's chains over a sentence. */
export function useChains(words: readonly string[], directions: StackSpec['directions'], hidden: number) {
  const key = words.join('\u0000');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds the words by value.
  return useMemo(() => {
    const tile = { width: directions === 'forward' ? 40 : 30, height: tileBand(hidden) * hidden };
    return layoutStack({ tokens: words, layers: 1, directions, skips: false, outputs: 'all', tile });
  }, [key, directions, hidden]);
}

export interface OpenedWordProps {
  readonly settings: PairSettings;
  readonly words: readonly string[];
  readonly tagger: Tagger;
  readonly reading: Reading;
  readonly onChange: (part: Partial<PairSettings>) => void;
}

/** What is selected, within what there is. */
function placeOf({ settings, words, tagger }: OpenedWordProps) {
  const direction = settings.chain === 'backward' && tagger.network.directions !== 'forward' ? 1 : 0;
  const step = Math.min(settings.at, words.length) - 1;
  return { layer: 0, step, direction, unit: Math.min(settings.unit, tagger.network.hidden) - 1 };
}

/** The chains' hidden states at every word. */
function Chains(props: OpenedWordProps) {
  const { words, tagger, reading, onChange } = props;
  const text = useText(MESSAGES);
  const notation = useSettings(({ notation: letters }) => letters);
  const { hidden, directions } = tagger.network;
  const layout = useChains(words, directions, hidden);
  const place = placeOf(props);
  const lookAt: LookAt = ({ step, direction }) => {
    const values = reading.trace.layers[0]?.[direction]?.values.hidden ?? new Float64Array();
    const value = formatFixed(values[step * hidden + place.unit] ?? Number.NaN);
    return {
      face: { kind: 'strip', values, start: step * hidden },
      name: text(direction === 0 ? 'stack.tile-forward' : 'stack.tile-backward', {
        layer: 1,
        step: step + 1,
        token: words[step] ?? '',
        value: text('stack.unit-value', { unit: place.unit + 1, value }),
      }),
    };
  };
  const values = reading.trace.layers[0]?.[place.direction]?.values.hidden ?? new Float64Array();
  const symbol = `${chainSymbol(notation, place.direction)}⟨${place.step + 1}⟩`;
  return (
    <>
      <StackNet
        layout={layout}
        tokens={words.map((word) => ({ text: word, known: true }))}
        units={hidden}
        lookAt={lookAt}
        selected={place}
        unit={place.unit}
        onSelect={({ step, direction }, unit) =>
          onChange({
            at: step + 1,
            chain: direction === 1 ? 'backward' : 'forward',
            ...(unit === null ? {} : { unit: unit + 1 }),
          })
        }
        notation={notation}
        name={text('tag.net', { tagger: text(`tag.${props.settings.tagger}`), sentence: words.join(' ') })}
      />
      <StateValues
        values={values.subarray(place.step * hidden, (place.step + 1) * hidden)}
        symbol={symbol}
        unit={place.unit}
        onUnit={(unit) => onChange({ unit: unit + 1 })}
      />
    </>
  );
}

/** The arithmetic of one unit of one chain. */
function UnitPanel(props: OpenedWordProps) {
  const { settings, words, tagger, reading, onChange } = props;
  const text = useText(taggerMessages);
  const notation = useSettings(({ notation: letters }) => letters);
  const term = useNetTerm();
  const { step, direction, unit } = placeOf(props);
  const trace = reading.trace.layers[0]?.[direction];
  const cell = viewNetwork(tagger.network, tagger.flat).layers[0]?.[direction];
  if (!trace || !cell) return null;
  // A plain cell's candidate is its hidden state.
  const lanes = laneRoles(trace.spec);
  const role = lanes.includes(settings.lane) ? settings.lane : 'hidden';
  const selection = { role, step, unit };
  const lane = (value: LaneRole) => plainSymbol(roleSymbol(value, notation, trace.spec.kind));
  return (
    <div className={styles.frame}>
      {lanes.length > 1 ? (
        <SegmentedControl
          label={text('tag.lane')}
          value={role}
          options={lanes.map((value) => ({ value, label: lane(value) }))}
          onChange={(chosen) => onChange({ lane: chosen })}
        />
      ) : null}
      <DetailPanel
        trace={trace}
        parameters={cell}
        selection={selection}
        token={{ text: words[step] ?? '', known: true }}
        operands={selectOperands(trace, cell, selection)}
        notation={notation}
        inputName={(index) => TASK.inputs[index] ?? String(index)}
        gradient={null}
        parameterOffset={0}
        editedParameters={NO_EDITS}
        highlightedTerm={term.active}
        onTermHover={term.set}
      />
    </div>
  );
}

/** Everything behind one answer: both chains over the sentence, the selected word's log-odds, the selected unit's arithmetic. */
export function OpenedWord(props: OpenedWordProps) {
  const { settings, words, tagger, reading } = props;
  const text = useText(taggerMessages);
  const notation = useSettings(({ notation: letters }) => letters);
  const { step } = placeOf(props);
  const odds = useMemo(() => logOddsAt(tagger.network, tagger.flat, reading, step), [tagger, reading, step]);
  return (
    <div className={styles.opened}>
      <p className={styles.subtitle}>
        {text('tag.open-title', { word: words[step] ?? '', tagger: text(`tag.${settings.tagger}`) })}
      </p>
      <Chains {...props} />
      <div className={styles.halves}>
        <LogOddsPanel odds={odds} notation={notation} />
        <UnitPanel {...props} />
      </div>
    </div>
  );
}
