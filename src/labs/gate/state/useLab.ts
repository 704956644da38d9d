import { useEffect, useMemo, useRef, useState } from 'react';
import type { StackHold } from '../../../models/cells/stack.ts';
import type { FigureState } from '../../../store/figure.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { openedInput } from '../files/saved-input.ts';
import type { OpenedFile } from '../files/useOpening.ts';
import { expandRules, type HoldRule, readRules, writeRule } from '../holds/holds.ts';
import type { LabModel, LabNetwork, OpenedModel } from '../model.ts';
import { keepFitting } from '../weights/fitting.ts';
import { type Trainee, useHeldWeights, useReturn, useTrained } from '../weights/useWeights.ts';
import { carriedWeights, startingWeights, type Weights } from '../weights/weights.ts';
import { EMPTY_HISTORY, type History, mostKept, redo, remember, undo } from './history.ts';
import { fieldsOfOpened } from './opened.ts';
import { asksForTheSame, type Plan, planOf } from './plan.ts';
import { GATE_TABLE, type GateSettings, MODEL_FIELDS } from './settings.ts';
import { useKeep } from './useKept.ts';
import { useLatest } from './useLatest.ts';

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
  /** As `open`, with nothing left to take up. */
  openHanded(opened: OpenedFile): void;
  /** The lab as it first opened; undo leads back. */
  startAnew(): void;
  undo(): void;
  redo(): void;
}

const modelFields = (settings: GateSettings): Partial<GateSettings> =>
  Object.fromEntries(MODEL_FIELDS.map((field) => [field, settings[field]]));

const snapshotOf = (settings: GateSettings, weights: Weights): Snapshot => ({
  settings: modelFields(settings),
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

/**
 * The lab's state: settings that a link carries, the parameters, and what can be undone. Whatever changes the parameters is done
 * to those on show, and training rests first.
 */
export function useLab(figure: FigureState<GateSettings>, trainee: Trainee): LabState {
  const { settings } = figure;
  const plan = useLatest(settings, planOf, asksForTheSame);
  const { weights: held, put } = useHeldWeights(settings, plan.network);
  const weights = useTrained(held, trainee);
  useKeep({ settings, weights });
  useReturn(figure, put);
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
    setHistory(remember(history, now, about, mostKept(weights.parameters.length)));
    show(part, to);
  };
  const open = (opened: OpenedFile, part: Partial<GateSettings>) => {
    const { network: found } = opened.model;
    const shown = fieldsOfOpened(settings, plan, found);
    // A file of ours says what it was shown; nobody else's does.
    const input = openedInput(settings, opened.saved, found);
    commit({ ...shown, ...input, ...part }, fromFile(opened));
  };
  const travel = (go: typeof undo) => () => {
    const gone = go(history, now);
    if (!gone) return;
    trainee.pause();
    setHistory(gone.history);
    show(gone.to.settings, gone.to.weights);
  };
  return {
    settings,
    plan,
    weights,
    isTraining: weights !== held,
    ...useShown(settings, plan, weights),
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
      if (weights !== held) show({}, weights);
    },
    edit: (parameters, about) => commit({}, { ...weights, parameters, edited: true }, about),
    open: (opened) => open(opened, {}),
    openHanded: (opened) => open(opened, { handed: false }),
    startAnew: () => {
      const first = fallbackState(GATE_TABLE);
      commit(modelFields(first), startingWeights(planOf(first).network, first));
    },
    undo: travel(undo),
    redo: travel(redo),
  };
}

/** The model on show and what is held of it: the same objects as long as they are the same. */
function useShown(settings: GateSettings, { network, tokens }: Plan, { parameters }: Weights) {
  const rules = useLatest(settings.holds, readRules);
  const model = useMemo(() => ({ network, parameters }), [network, parameters]);
  const steps = tokens.length;
  const holds = useMemo(() => expandRules(network.stack, steps, rules), [network, steps, rules]);
  return { rules, model, holds };
}

const fromFile = ({ model, name }: OpenedModel): Weights => ({
  parameters: model.parameters,
  origin: { kind: 'file', name },
  edited: false,
});

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
