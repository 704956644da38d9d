import { useEffect, useMemo, useRef } from 'react';
import type { Training } from '../../../instruments/gate-lab/useTraining.ts';
import type { FigureState } from '../../../store/figure.ts';
import type { LabNetwork } from '../model.ts';
import { planOf } from '../state/plan.ts';
import type { GateSettings } from '../state/settings.ts';
import { useLeft } from '../state/useKept.ts';
import { startingWeights, type Weights } from './weights.ts';

/** What a run makes of the parameters while it trains. */
export type Trainee = Pick<Training, 'live' | 'steps' | 'pause'>;

interface Held {
  readonly key: string;
  readonly carried: Float32Array | null;
  readonly weights: Weights;
}

/** What decides the parameters, as far as the settings do. */
const keyOf = (settings: GateSettings, network: LabNetwork): string =>
  JSON.stringify([network, settings.seed, settings.forgetBias, settings.edits]);

/** The parameters beside the settings: they may be too many for a link, and a link's own come from the settings. */
export function useHeldWeights(settings: GateSettings, network: LabNetwork) {
  const held = useRef<Held | null>(null);
  const left = useLeft();
  const key = keyOf(settings, network);
  // The same lab as before, whose weights the address could not carry.
  if (
    !held.current &&
    left &&
    !settings.weights &&
    key === keyOf(left.settings, planOf(left.settings).network)
  ) {
    held.current = { key, carried: null, weights: left.weights };
  }
  if (held.current?.key !== key || held.current.carried !== settings.weights) {
    held.current = { key, carried: settings.weights, weights: startingWeights(network, settings) };
  }
  const put = (next: GateSettings, to: LabNetwork, weights: Weights) => {
    held.current = { key: keyOf(next, to), carried: next.weights, weights };
  };
  return { weights: held.current.weights, put };
}

/** The lab's weights while a run trains them: the run's newest. */
export function useTrained(held: Weights, { live, steps }: Trainee): Weights {
  const { origin, parameters } = held;
  const before = origin.kind === 'trained' ? origin.steps : 0;
  const isFitting = live?.length === parameters.length;
  return useMemo(
    () =>
      live && isFitting
        ? { parameters: live, origin: { kind: 'trained', steps: before + steps }, edited: false }
        : held,
    [held, live, isFitting, before, steps],
  );
}

/** Without a link, the lab is as its reader left it. */
export function useReturn(
  figure: FigureState<GateSettings>,
  put: ReturnType<typeof useHeldWeights>['put'],
): void {
  const left = useLeft();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || figure.linked || !left) return;
    asked.current = true;
    put(left.settings, planOf(left.settings).network, left.weights);
    figure.change(left.settings);
  }, [figure, left, put]);
}
