import { useMemo } from 'react';
import { laneRoles } from '../../models/cells/roles.ts';
import { scheduleStack } from '../../models/cells/schedule.ts';
import type { Move } from '../unrolled/stepper.ts';
import type { Stepping } from '../unrolled/useUnrolled.ts';
import { useWalk } from '../unrolled/useWalk.ts';
import type { UnrolledView } from '../unrolled/view.ts';
import { isAtEnd, isAtStart, moveStop, type Schedule, type StackStop } from './stack-stepper.ts';

export interface StackStepping extends Stepping {
  readonly schedule: Schedule;
  /** The selected box; while walking, the last one computed. */
  readonly stop: StackStop;
  choose(stop: Partial<StackStop> & { readonly unit?: number }): void;
}

/** The selected box and the walk through a stack, in the order that the settings name. */
export function useStackStepping(view: UnrolledView): StackStepping {
  const { figure, run, state, shown } = view;
  const { settings, change } = figure;
  const { cell: spec, layers } = state.config;
  const steps = Math.max(1, shown?.probe.tokens.length ?? 1);
  const schedule = useMemo(
    () => scheduleStack({ layers, directions: 'forward' }, steps, settings.order),
    [layers, steps, settings.order],
  );
  const stop: StackStop = {
    layer: Math.min(settings.layer, layers) - 1,
    step: Math.min(settings.at, steps) - 1,
    role: laneRoles(spec).includes(settings.lane) ? settings.lane : 'hidden',
  };
  const goTo = ({ layer, step, role }: StackStop) => change({ layer: layer + 1, at: step + 1, lane: role });
  const walk = useWalk(() => {
    const next = moveStop(spec, schedule, stop, 'next-gate');
    goTo(next);
    return !isAtEnd(spec, schedule, next);
  });
  const start = moveStop(spec, schedule, stop, 'start');
  return {
    schedule,
    stop,
    place: stop,
    walk,
    move: (how: Move) => {
      walk.stop();
      run.pause();
      change({ walking: true });
      goTo(moveStop(spec, schedule, stop, how));
    },
    toggleWalk: () => {
      if (walk.playing) return walk.stop();
      run.pause();
      if (!settings.walking || isAtEnd(spec, schedule, stop)) goTo(start);
      change({ walking: true });
      walk.start();
    },
    canGoBack: !isAtStart(spec, schedule, stop),
    canGoForward: !isAtEnd(spec, schedule, stop),
    select: ({ step, role, unit }) => change({ at: step + 1, lane: role, unit: unit + 1 }),
    choose: ({ unit, ...part }) => {
      goTo({ ...stop, ...part });
      if (unit !== undefined) change({ unit: unit + 1 });
    },
    showAll: () => {
      walk.stop();
      change({ walking: false });
    },
  };
}
