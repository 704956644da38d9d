import { useCallback, useMemo } from 'react';
import type { FigureSelection } from '../../components/diagrams/figureTypes.ts';
import { gateRoles } from '../../models/cells/roles.ts';
import type { CellSpec, LaneRole } from '../../models/cells/types.ts';
import { type NextSymbolShape, nextSymbolLayout } from '../../models/language/next-symbol.ts';
import { locateParameter } from '../../models/parameters.ts';
import type { FigureState } from '../../store/figure.ts';
import type { RunState } from '../../store/run-state.ts';
import type { ProbeResult } from '../../workers/protocol.ts';
import { applyOverlay, editedParameters } from './overlay.ts';
import { readHolds, type UnrolledSettings } from './settings.ts';
import { fitPlace, isAtEnd, type Move, movePlace, type Place } from './stepper.ts';
import { useWalk, type Walk } from './useWalk.ts';

/** Sizes of the network that runs; null until the run knows its vocabulary. */
export function useShape({ info, config }: RunState): NextSymbolShape | null {
  return useMemo(
    () =>
      info && {
        spec: config.cell,
        vocabulary: info.vocabulary.length,
        hidden: config.hidden,
        layers: config.layers,
      },
    [info, config.cell, config.hidden, config.layers],
  );
}

export interface Shown {
  readonly shape: NextSymbolShape;
  /** With the reader's edits in place. */
  readonly parameters: Float64Array;
  readonly probe: ProbeResult;
  readonly vocabulary: readonly string[];
  /** Lanes whose weights were changed, of the selected layer. */
  readonly editedRoles: readonly LaneRole[];
}

/** Gate columns of a cell's weights stand side by side, n_a each. `layer` counts from 0. */
function rolesOfEdits(
  shape: NextSymbolShape,
  edits: UnrolledSettings['edits'],
  layer: number,
): readonly LaneRole[] {
  const layout = nextSymbolLayout(shape);
  const gates = gateRoles(shape.spec);
  const roles = edits.map(([index = -1]) => {
    const place = locateParameter(layout, index);
    if (!place?.slot.name.startsWith(`layers.${layer}.`)) return null;
    return gates[Math.floor(place.column / shape.hidden)] ?? null;
  });
  return [...new Set(roles.filter((role) => role !== null))];
}

/** What the figure draws: the run's newest frame, under the reader's changes. The parameters belong to the frame. */
export function useShown(
  state: RunState,
  parameters: Float64Array | null,
  { edits, holds, layer }: Pick<UnrolledSettings, 'edits' | 'holds' | 'layer'>,
): Shown | null {
  const shape = useShape(state);
  const { info, frame } = state;
  const probe = frame?.probe ?? null;
  const isWhole = shape !== null && parameters?.length === nextSymbolLayout(shape).length;
  return useMemo(() => {
    if (!shape || !info || !probe || !parameters || !isWhole) return null;
    const overlay = { edits, holds: readHolds({ holds }) };
    return {
      shape,
      parameters: editedParameters(parameters, edits),
      probe: applyOverlay(shape, parameters, probe, overlay),
      vocabulary: info.vocabulary,
      editedRoles: rolesOfEdits(shape, edits, Math.min(layer, shape.layers) - 1),
    };
  }, [shape, info, probe, parameters, isWhole, edits, holds, layer]);
}

export interface Stepping {
  readonly place: Place;
  readonly walk: Walk;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  select(selection: FigureSelection): void;
  move(move: Move): void;
  toggleWalk(): void;
  showAll(): void;
}

/**
 * The selected box and the walk through the computation. `onWalk` is told when a walk begins: training rests then, so that the
 * numbers hold still while they are read.
 */
export function useStepping(
  { settings, change }: Pick<FigureState<UnrolledSettings>, 'settings' | 'change'>,
  // Of the cell on show: while another one is being prepared, the settings are ahead of it.
  spec: CellSpec,
  steps: number,
  onWalk: () => void,
): Stepping {
  const place = useMemo(
    () => fitPlace(spec, steps, { step: settings.at - 1, role: settings.lane }),
    [spec, steps, settings.at, settings.lane],
  );
  const goTo = useCallback((to: Place) => change({ at: to.step + 1, lane: to.role }), [change]);
  const walk = useWalk(() => {
    goTo(movePlace(spec, steps, place, 'next-gate'));
    return !isAtEnd(spec, steps, movePlace(spec, steps, place, 'next-gate'));
  });
  const move = (how: Move) => {
    walk.stop();
    onWalk();
    change({ walking: true });
    goTo(movePlace(spec, steps, place, how));
  };
  const toggleWalk = () => {
    if (walk.playing) return walk.stop();
    onWalk();
    const fresh = !settings.walking || isAtEnd(spec, steps, place);
    if (fresh) goTo(movePlace(spec, steps, place, 'start'));
    change({ walking: true });
    walk.start();
  };
  return {
    place,
    walk,
    move,
    toggleWalk,
    canGoBack: place.step > 0 || place.role !== movePlace(spec, steps, place, 'start').role,
    canGoForward: !isAtEnd(spec, steps, place),
    select: ({ step, role, unit }) => change({ at: step + 1, lane: role, unit: unit + 1 }),
    showAll: () => {
      walk.stop();
      change({ walking: false });
    },
  };
}
