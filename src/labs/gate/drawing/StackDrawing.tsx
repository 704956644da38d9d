import { useMemo } from 'react';
import type { FigureToken } from '../../../components/diagrams/figureTypes.ts';
import { valueAt } from '../../../components/diagrams/figureValues.ts';
import { formatFixed, formatMagnitude } from '../../../components/diagrams/formatNumber.ts';
import { gradientMagnitudes } from '../../../components/diagrams/gradientBars.ts';
import { signedColor } from '../../../components/diagrams/palette.ts';
import { StackNet } from '../../../components/diagrams/stack/StackNet.tsx';
import { StateValues } from '../../../components/diagrams/stack/StateValues.tsx';
import type { LookAt } from '../../../components/diagrams/stack/stackTypes.ts';
import { plainSymbol, roleSymbol } from '../../../components/diagrams/symbols.ts';
import { useSignedPalette } from '../../../components/diagrams/useSignedPalette.ts';
import { visibleSymbol } from '../../../components/plots/visibleSymbol.ts';
import { useText } from '../../../components/text/useText.tsx';
import { stackMessages } from '../../../i18n/messages/stack.ts';
import { layoutStack, tileBand } from '../../../layout/stack.ts';
import type { StackPlace } from '../../../models/cells/schedule.ts';
import { directionCount } from '../../../models/cells/stack.ts';
import type { LabView } from '../view.ts';
import { arrowOf, lookAt } from './place.ts';
import { isFinished } from './walk.ts';

const TILE = 40;

function useTokens({ lab }: LabView): readonly FigureToken[] {
  const { tokens } = lab.plan;
  return useMemo(() => tokens.map((token) => ({ ...token, text: visibleSymbol(token.text) })), [tokens]);
}

function useLayout({ lab }: LabView, tokens: readonly FigureToken[]) {
  const { stack, classes } = lab.plan.network;
  return useMemo(
    () =>
      layoutStack({
        tokens: tokens.map(({ text }) => text),
        layers: stack.layers,
        directions: stack.directions,
        skips: false,
        outputs: classes === null ? 'none' : 'all',
        tile: { width: TILE, height: Math.max(24, tileBand(stack.hidden) * stack.hidden) },
      }),
    [tokens, stack, classes],
  );
}

/** ‖∂L/∂a‖ of every cell, and the largest of them. */
function useNorms({ lab, computed }: LabView) {
  const { hidden } = lab.plan.network.stack;
  const { gradients, trace } = computed;
  return useMemo(() => {
    const norms = trace.layers.map((cells, layer) =>
      cells.map(({ size }, direction) => {
        const values = gradients.layers[layer]?.[direction]?.values.hidden ?? new Float64Array();
        return gradientMagnitudes(values, size, hidden, 'norm');
      }),
    );
    return { norms, largest: Math.max(...norms.flat(2).filter(Number.isFinite)) };
  }, [gradients, trace, hidden]);
}

/** The state's letter: a or h. */
const letterOf = ({ lab, notation }: LabView): string =>
  plainSymbol(roleSymbol('hidden', notation, lab.plan.network.stack.cell.kind));

const TILE_NAMES = ['stack.tile-forward', 'stack.tile-backward'] as const;

/** How a cell looks: its hidden vector once the walk has computed it; while gradients are looked at, how much of L reaches it. */
function useLook(view: LabView, tokens: readonly FigureToken[]): LookAt {
  const { lab, computed, at, walk } = view;
  const text = useText(stackMessages);
  const palette = useSignedPalette();
  const { norms, largest } = useNorms(view);
  const { walking, panel } = lab.settings;
  const isOneWay = directionCount(lab.plan.network.stack) === 1;
  const nameOf = ({ layer, direction, step }: StackPlace, value: string) =>
    text(isOneWay ? 'stack.tile' : (TILE_NAMES[direction] ?? 'stack.tile'), {
      layer: layer + 1,
      step: step + 1,
      token: tokens[step]?.text ?? '',
      value,
    });
  const gradientOf = (place: StackPlace) => {
    const norm = norms[place.layer]?.[place.direction]?.[place.step] ?? Number.NaN;
    const shown = formatMagnitude(norm);
    const fill = signedColor(largest > 0 ? norm / largest : 0, palette);
    const said = `‖∂L/∂${letterOf(view)}‖ = ${shown}`;
    return { face: { kind: 'value', fill, text: shown }, name: nameOf(place, said) } as const;
  };
  const valuesOf = (place: StackPlace) => {
    const trace = computed.trace.layers[place.layer]?.[place.direction];
    if (!trace || (walking && !isFinished(walk.order, at, place))) {
      return { face: { kind: 'pending' }, name: nameOf(place, text('figure.notYet')) } as const;
    }
    const value = formatFixed(valueAt(trace, 'hidden', place.step, at.unit));
    const said = text('stack.unit-value', { unit: at.unit + 1, value });
    const values = trace.values.hidden ?? new Float64Array();
    const face = { kind: 'strip', values, start: place.step * trace.shape.hidden } as const;
    return { face, name: nameOf(place, said) };
  };
  const isAt = ({ layer, direction, step }: StackPlace) =>
    walking && layer === at.layer && direction === at.direction && step === at.step;
  return (place) => ({
    ...(panel === 'gradients' ? gradientOf(place) : valuesOf(place)),
    current: isAt(place),
  });
}

/** Layers over time, one way or both; under them the chosen cell's hidden vector in figures. */
export function StackDrawing({ view, onHelp }: { readonly view: LabView; readonly onHelp: () => void }) {
  const { lab, computed, at, walk, notation } = view;
  const text = useText(stackMessages);
  const { stack } = lab.plan.network;
  const tokens = useTokens(view);
  const layout = useLayout(view, tokens);
  const look = useLook(view, tokens);
  const values = computed.trace.layers[at.layer]?.[at.direction]?.values.hidden ?? new Float64Array();
  return (
    <>
      <StackNet
        layout={layout}
        tokens={tokens}
        units={stack.hidden}
        lookAt={look}
        selected={{ layer: at.layer, step: at.step, direction: at.direction }}
        unit={at.unit}
        onSelect={(place, unit) => lab.look(lookAt({ ...place, ...(unit === null ? {} : { unit }) }))}
        onOpen={() => lab.look({ opened: true })}
        notation={notation}
        name={text('stack.figure', {
          layers: stack.layers,
          sentence: tokens.map((token) => token.text).join(' '),
        })}
        onPlayToggle={walk.toggle}
        onHelp={onHelp}
      />
      <StateValues
        values={values.subarray(at.step * stack.hidden, (at.step + 1) * stack.hidden)}
        symbol={`${letterOf(view)}[${at.layer + 1}]${arrowOf(stack, at.direction)}⟨${at.step + 1}⟩`}
        unit={at.unit}
        onUnit={(unit) => lab.look(lookAt({ unit }))}
      />
    </>
  );
}
