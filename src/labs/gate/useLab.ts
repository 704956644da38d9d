import { useEffect, useMemo, useRef, useState } from 'react';
import type { Training } from '../../instruments/gate-lab/useTraining.ts';
import type { StackHold } from '../../models/cells/stack.ts';
import type { FigureState } from '../../store/figure.ts';
import { openedInput } from './files/saved-input.ts';
import type { OpenedFile } from './files/useOpening.ts';
import { EMPTY_HISTORY, type History, redo, remember, undo } from './history.ts';
import { expandRules, type HoldRule, readRules, writeRule } from './holds.ts';
import { keepFitting } from './keep.ts';
import type { LabModel, LabNetwork, OpenedModel } from './model.ts';
import { fieldsOfOpened } from './opened.ts';
import { asksForTheSame, type Plan, planOf } from './plan.ts';
import { type GateSettings, MODEL_FIELDS } from './settings.ts';
import { carriedWeights, startingWeights, type Weights } from './weights.ts';

/** What undo gives back: everything but where the reader looks. */
interface Snapshot {
  readonly settings: Partial<GateSettings>;
  readonly weights: Weights;
}

/** Everything that the parts of the lab read, and how they change it. */
export interface LabState {
  readonly settings: GateSettings;
  readonly plan: Plan;
  readonly weights: Weights;
  /** A run trains the weights now. */
  readonly isTraining: boolean;
  readonly model: LabModel;
  readonly rules: readonly HoldRule[];
  readonly holds: readonly StackHold[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Moves the reader's eye: nothing that undo gives back. */
  look(part: Partial<GateSettings>): void;
  /** Another network, input or hold. Changes about the same thing, one after the other, are undone at once. */
  change(part: Partial<GateSettings>, about?: string): void;
  hold(rules: readonly HoldRule[], about?: string): void;
  /** Undo comes back to here. */
  mark(): void;
  /** Training rests; what it came to is the lab's own. */
  settle(): void;
  /** Parameters changed by hand. */
  edit(parameters: Float64Array, about?: string): void;
  open(opened: OpenedFile): void;
  undo(): void;
  redo(): void;
}

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

const snapshotOf = (settings: GateSettings, weights: Weights): Snapshot => ({
  settings: Object.fromEntries(MODEL_FIELDS.map((field) => [field, settings[field]])),
  weights,
});

/** Fields whose change asks for fresh parameters, whatever fits. */
const FRESH = ['seed', 'forgetBias'] as const;

/** The parameters after a change of the settings: what of those that were worked on still fits, else the seed's. */
function weightsAfter(
  before: GateSettings,
  now: { readonly plan: Plan; readonly weights: Weights },
  next: GateSettings,
  network: LabNetwork,
): Weights {
  const fresh = startingWeights(network, { ...next, edits: [], weights: null });
  const isPristine = now.weights.origin.kind === 'seed' && !now.weights.edited;
  if (isPristine || FRESH.some((field) => before[field] !== next[field])) return fresh;
  const from = { network: now.plan.network, parameters: now.weights.parameters };
  const kept = keepFitting(from, network, fresh.parameters);
  return kept ? { ...now.weights, parameters: kept } : fresh;
}

/** The parameters beside the settings: they may be too many for a link, and a link's own come from the settings. */
function useHeldWeights(settings: GateSettings, network: LabNetwork) {
  const held = useRef<Held | null>(null);
  const key = keyOf(settings, network);
  if (held.current?.key !== key || held.current.carried !== settings.weights) {
    held.current = { key, carried: settings.weights, weights: startingWeights(network, settings) };
  }
  const put = (next: GateSettings, to: LabNetwork, weights: Weights) => {
    held.current = { key: keyOf(next, to), carried: next.weights, weights };
  };
  return { weights: held.current.weights, put };
}

/** The lab's weights while a run trains them: the run's newest. */
function useTrained(held: Weights, { live, steps }: Trainee): Weights {
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

/**
 * The lab's state: settings that a link carries, the parameters, and what can be undone. Whatever changes the parameters is done
 * to those on show, and training rests first.
 */
export function useLab(figure: FigureState<GateSettings>, trainee: Trainee): LabState {
  const { settings } = figure;
  const plan = useLatest(settings, planOf, asksForTheSame);
  const { weights: held, put } = useHeldWeights(settings, plan.network);
  const weights = useTrained(held, trainee);
  const [history, setHistory] = useState<History<Snapshot>>(EMPTY_HISTORY);
  const now = snapshotOf(settings, weights);
  useArrivals(figure, now, (before) => setHistory((old) => remember(old, before)));

  const show = (part: Partial<GateSettings>, to: Weights | null) => {
    const wanted = { ...settings, ...part };
    const { network } = planOf(wanted);
    const taken = to ?? weightsAfter(settings, { plan, weights }, wanted, network);
    const next = { ...wanted, ...carriedWeights(network, wanted, taken.parameters) };
    put(next, network, taken);
    figure.change({ ...part, edits: next.edits, weights: next.weights });
  };
  const commit = (part: Partial<GateSettings>, to: Weights | null, about?: string) => {
    trainee.pause();
    setHistory(remember(history, now, about));
    show(part, to);
  };
  const travel = (go: typeof undo) => () => {
    const gone = go(history, now);
    if (!gone) return;
    trainee.pause();
    setHistory(gone.history);
    show(gone.to.settings, gone.to.weights);
  };
  const rules = useLatest(settings.holds, readRules);
  const { network } = plan;
  const { parameters } = weights;
  const model = useMemo(() => ({ network, parameters }), [network, parameters]);
  const steps = plan.tokens.length;
  const holds = useMemo(() => expandRules(network.stack, steps, rules), [network, steps, rules]);
  return {
    settings,
    plan,
    weights,
    isTraining: weights !== held,
    model,
    rules,
    holds,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    look: figure.change,
    change: (part, about) => commit(part, null, about),
    // A hold is no change of the parameters: a run goes on under it.
    hold: (next, about) => {
      setHistory(remember(history, now, about));
      show({ holds: next.map(writeRule) }, held);
    },
    mark: () => setHistory(remember(history, now)),
    settle: () => {
      trainee.pause();
      show({}, weights);
    },
    edit: (parameters, about) => commit({}, { ...weights, parameters, edited: true }, about),
    open: (opened) => {
      const { network: found } = opened.model;
      const shown = fieldsOfOpened(settings, plan, found);
      // A file of ours says what it was shown; nobody else's does.
      const input = openedInput(settings, opened.saved, found);
      commit({ ...shown, ...input }, fromFile(opened));
    },
    undo: travel(undo),
    redo: travel(redo),
  };
}

const fromFile = ({ model, name }: OpenedModel): Weights => ({
  parameters: model.parameters,
  origin: { kind: 'file', name },
  edited: false,
});

/** `make(from)`, made anew only when `from` is another one. */
function useLatest<From, To>(
  from: From,
  make: (from: From) => To,
  isSame: (a: From, b: From) => boolean = Object.is,
): To {
  const last = useRef<{ readonly from: From; readonly to: To } | null>(null);
  if (!last.current || !isSame(last.current.from, from)) last.current = { from, to: make(from) };
  return last.current.to;
}

/** A stop of a talk sets the lab from outside: what was there before can be undone to. */
function useArrivals(
  { arrivals }: FigureState<GateSettings>,
  now: Snapshot,
  onArrival: (before: Snapshot) => void,
): void {
  const last = useRef({ arrivals, now });
  useEffect(() => {
    if (last.current.arrivals !== arrivals) onArrival(last.current.now);
    last.current = { arrivals, now };
  });
}
