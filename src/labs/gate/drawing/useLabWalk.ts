import { useMemo } from 'react';
import { useWalk, type Walk } from '../../../instruments/unrolled/useWalk.ts';
import type { LabState } from '../state/useLab.ts';
import { lookAt, type Selected } from './place.ts';
import { isAtEnd, isAtStart, type Move, movePlace, type Order, orderOf } from './walk.ts';

export interface LabWalk {
  readonly order: Order;
  readonly walk: Walk;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  move(how: Move): void;
  toggle(): void;
  showAll(): void;
}

/** The walk through everything that the network computes; `onWalk` is told when one begins. */
export function useLabWalk({ settings, plan, look }: LabState, at: Selected, onWalk: () => void): LabWalk {
  const { stack } = plan.network;
  const steps = plan.tokens.length;
  const order = useMemo(() => orderOf(stack, steps), [stack, steps]);
  const walk = useWalk(() => {
    const next = movePlace(order, at, 'next-gate');
    look(lookAt(next));
    return !isAtEnd(order, next);
  });
  return {
    order,
    walk,
    canGoBack: !isAtStart(order, at),
    canGoForward: !isAtEnd(order, at),
    move: (how) => {
      walk.stop();
      onWalk();
      look({ walking: true, ...lookAt(movePlace(order, at, how)) });
    },
    toggle: () => {
      if (walk.playing) return walk.stop();
      onWalk();
      const isFresh = !settings.walking || isAtEnd(order, at);
      look({ walking: true, ...(isFresh ? lookAt(movePlace(order, at, 'start')) : {}) });
      walk.start();
    },
    showAll: () => {
      walk.stop();
      look({ walking: false });
    },
  };
}
