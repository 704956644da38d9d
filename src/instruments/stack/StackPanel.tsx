import { useMemo } from 'react';
import type { FigureToken } from '../../components/diagrams/figureTypes.ts';
import { valueAt } from '../../components/diagrams/figureValues.ts';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { StackNet } from '../../components/diagrams/stack/StackNet.tsx';
import { StateValues } from '../../components/diagrams/stack/StateValues.tsx';
import type { LookAt } from '../../components/diagrams/stack/stackTypes.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { stackMessages } from '../../i18n/messages/stack.ts';
import { layoutStack, tileBand } from '../../layout/stack.ts';
import { placeKey } from '../../models/cells/schedule.ts';
import type { SequenceTrace } from '../../models/cells/types.ts';
import type { ProbeResult } from '../../workers/protocol.ts';
import type { UnrolledView } from '../unrolled/view.ts';
import { groupOf, shownRoles } from './stack-stepper.ts';
import type { StackStepping } from './useStackStepping.ts';

export interface StackPanelProps {
  readonly view: UnrolledView;
  readonly probe: ProbeResult;
  readonly stepping: StackStepping;
  readonly onHelp: () => void;
}

/** Words as the figure shows them; the same list as long as the sentence stays. */
function useTokens({ probe }: StackPanelProps): readonly FigureToken[] {
  return useMemo(
    () => probe.tokens.map((token) => ({ ...token, text: visibleSymbol(token.text) })),
    [probe.tokens],
  );
}

function useLayout(tokens: readonly FigureToken[], layers: number, hidden: number) {
  const key = tokens.map(({ text }) => text).join('\u0000');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds the words by value: a new frame brings new objects.
  return useMemo(
    () =>
      layoutStack({
        tokens: tokens.map(({ text }) => text),
        layers,
        directions: 'forward',
        skips: false,
        outputs: 'all',
        tile: { width: 40, height: tileBand(hidden) * hidden },
      }),
    [key, layers, hidden],
  );
}

const stripOf = ({ values, shape }: SequenceTrace, step: number) =>
  ({ kind: 'strip', values: values.hidden ?? new Float64Array(), start: step * shape.hidden }) as const;

/** How a cell looks: its hidden vector, once the walk has computed it; in a wave front, which wave it belongs to. */
function useLook(props: StackPanelProps, tokens: readonly FigureToken[], unit: number): LookAt {
  const { view, probe, stepping } = props;
  const text = useText(stackMessages);
  const { walking, order } = view.figure.settings;
  const spec = view.state.config.cell;
  const { schedule, stop } = stepping;
  const groups = useMemo(
    () => new Map(schedule.flatMap((group, i) => group.map((cell) => [placeKey(cell), i] as const))),
    [schedule],
  );
  const now = walking ? groupOf(schedule, stop) : -1;
  // Groups before this one have their hidden states; without a walk, all have.
  const finished = stop.role === shownRoles(spec).at(-1) ? now + 1 : now;
  const reached = walking ? finished : schedule.length;
  const say = (trace: SequenceTrace, step: number): string =>
    text('stack.unit-value', { unit: unit + 1, value: formatFixed(valueAt(trace, 'hidden', step, unit)) });
  return (place) => {
    const { layer, step } = place;
    const group = groups.get(placeKey(place)) ?? 0;
    const trace = group < reached ? probe.layers[layer]?.trace : undefined;
    const value = trace ? say(trace, step) : text('figure.notYet');
    const token = tokens[step]?.text ?? '';
    return {
      face: trace ? stripOf(trace, step) : { kind: 'pending' },
      name: text('stack.tile', { layer: layer + 1, step: step + 1, token, value }),
      current: group === now,
      ...(order === 'wavefront' ? { mark: String(group + 1) } : {}),
    };
  };
}

/** Layers over time on the running network's numbers; under it, the chosen cell's vector in figures. */
export function StackPanel(props: StackPanelProps) {
  const { view, probe, stepping } = props;
  const text = useText(stackMessages);
  const { figure, notation } = view;
  const { choose, stop } = stepping;
  const tokens = useTokens(props);
  const hidden = probe.layers[0]?.trace.shape.hidden ?? 1;
  const layout = useLayout(tokens, probe.layers.length, hidden);
  const unit = Math.min(figure.settings.unit, hidden) - 1;
  const lookAt = useLook(props, tokens, unit);
  const values = probe.layers[stop.layer]?.trace.values.hidden ?? new Float64Array();
  const isShown = lookAt({ ...stop, direction: 0 }).face.kind === 'strip';
  const letter = notation === 'ng' ? 'a' : 'h';
  return (
    <>
      <StackNet
        layout={layout}
        tokens={tokens}
        units={hidden}
        lookAt={lookAt}
        selected={{ layer: stop.layer, step: stop.step, direction: 0 }}
        unit={unit}
        onSelect={({ layer, step }, hit) => choose({ layer, step, ...(hit === null ? {} : { unit: hit }) })}
        onOpen={() => figure.change({ opened: true })}
        notation={notation}
        name={text('stack.figure', {
          layers: probe.layers.length,
          sentence: tokens.map((token) => token.text).join(' '),
        })}
        onPlayToggle={stepping.toggleWalk}
        onHelp={props.onHelp}
      />
      {isShown ? (
        <StateValues
          values={values.subarray(stop.step * hidden, (stop.step + 1) * hidden)}
          symbol={`${letter}[${stop.layer + 1}]⟨${stop.step + 1}⟩`}
          unit={unit}
          onUnit={(index) => choose({ unit: index })}
        />
      ) : (
        <p>{text('figure.notYet')}</p>
      )}
    </>
  );
}
