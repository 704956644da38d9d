import { useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../../../components/text/useText.tsx';
import { lastOpen, rememberOpen } from '../../../instruments/language/last-open.ts';
import {
  isSameRun,
  type LanguageConfig,
  languageConfig,
  settingsOf,
} from '../../../instruments/language/run-settings.ts';
import { choiceOf, textKey } from '../../../instruments/language/text-key.ts';
import type { OpenBench } from '../../../instruments/language/useWorkbench.ts';
import { useRunState } from '../../../instruments/runs/useRunState.ts';
import type { SourceText } from '../../../instruments/texts/useTextSource.ts';
import type { FigureState } from '../../../store/figure.ts';
import type { KeptModel, ModelFacts } from '../../../store/kept-model.ts';
import type { Run, RunState } from '../../../store/run-state.ts';
import { costOfSettings } from '../setup/cost.ts';
import { nextRest } from './goal.ts';
import { nextNumber } from './naming.ts';
import type { GoalSettings, TrainingSettings } from './settings.ts';
import { useImports } from './useImports.ts';
import { useOpening } from './useOpening.ts';
import type { OpenView, TrainingView } from './view.ts';

/** Whether a model is the one that the settings ask for. */
function isAskedFor(model: KeptModel, settings: TrainingSettings): boolean {
  const config = languageConfig(settings, '');
  return model.text === textKey(settings) && isSameRun(config, model.config as LanguageConfig);
}

/** What the settings are for a model to be on show. */
const settingsFor = (model: KeptModel, settings: TrainingSettings): Partial<TrainingSettings> => ({
  ...settingsOf(model.config as LanguageConfig, settings),
  ...choiceOf(model.text),
});

/** B, T and tokens as they turned out, which only a run that was prepared knows. */
function sizesOf(open: OpenView['state'] | null, model: KeptModel | undefined) {
  const info = open?.info;
  return info ? { tokens: info.tokens, batch: info.batch, steps: info.steps } : (model?.facts ?? null);
}

function useOpenView({ state }: OpenBench, settings: TrainingSettings): OpenView | null {
  const run = state.open?.run ?? null;
  const runState = useRunState(run);
  const model = state.models?.find(({ id }) => id === state.open?.id);
  if (!run || !runState || !model) return null;
  const step = runState.frame?.stats.step ?? model.step;
  const sizes: Pick<ModelFacts, 'tokens' | 'batch' | 'steps'> | null = sizesOf(runState, model);
  const rest = nextRest(settings, sizes, step);
  return { model, run, state: runState, step, rest, isShown: isAskedFor(model, settings) };
}

const mayTrain = ({ phase }: OpenView['state']) => phase === 'playing' || phase === 'starting';

/**
 * A run that is told to train rests where the settings say: also once it knows how long an epoch is, and under another goal. That it
 * comes to where it rests is no other goal: the next one is for the next time. What it begins with is what it was told at its start,
 * before its text was read.
 */
function useRests(open: OpenView | null, { goal, unit }: TrainingSettings): void {
  const told = useRef<{ readonly run: unknown; readonly wish: string } | null>(null);
  useEffect(() => {
    if (!open || !mayTrain(open.state)) {
      told.current = null;
      return;
    }
    const { run, rest, state } = open;
    const wish = `${goal} ${unit} ${unit === 'epochs' && state.info !== null}`;
    if (told.current?.run !== run) told.current = { run, wish };
    // Whether a run that starts is to train shows when it has started.
    if (state.phase === 'starting' || told.current.wish === wish) return;
    told.current = { run, wish };
    run.play(null, rest);
  });
}

/** To its first rest: where an epoch ends is known once the run has read its text. */
function trainNew({ store, play }: Run, goal: GoalSettings): void {
  const start = (info: RunState['info']) => play(null, nextRest(goal, info, 0));
  const { info: known } = store.getState();
  if (goal.unit === 'steps' || known) {
    start(known);
    return;
  }
  const stop = store.subscribe(({ info }) => {
    if (!info) return;
    stop();
    start(info);
  });
}

/** Once: what was open last, as it was left; on a first visit, the default set-up trains by itself. */
function useArrival(view: Omit<TrainingView, 'startNew'>, startNew: () => void): void {
  const { state, figure, settings, source, opening } = view;
  const [phase, setPhase] = useState<'asking' | 'first' | 'done'>('asking');
  useEffect(() => {
    if (phase !== 'asking' || !state.models) return;
    const left = state.models.find(({ id }) => id === lastOpen());
    const isFirst = state.models.length === 0 && !figure.linked;
    setPhase(isFirst ? 'first' : 'done');
    if (!left || (figure.linked && !isAskedFor(left, settings))) return;
    if (!figure.linked) figure.change(settingsFor(left, settings));
    opening.want(left);
  }, [phase, state.models, figure, settings, opening]);
  useEffect(() => {
    if (phase !== 'first' || !source) return;
    setPhase('done');
    startNew();
  }, [phase, source, startNew]);
}

/** Everything that the parts of the lab share. */
export function useView(figure: FigureState<TrainingSettings>, open: OpenBench): TrainingView {
  const text = useText();
  const { settings } = figure;
  const { bench, state } = open;
  const [source, onSource] = useState<SourceText | null>(null);
  const opening = useOpening(bench, settings);
  const names = useMemo(() => state.models?.map((model) => model.name) ?? [], [state.models]);
  const imports = useImports(bench, settings, names);
  const opened = useOpenView(open, settings);
  useRests(opened, settings);
  const openId = state.open?.id;
  useEffect(() => {
    if (openId) rememberOpen(openId);
  }, [openId]);
  const change = (part: Partial<TrainingSettings>) => {
    const next = { ...settings, ...part };
    figure.change(part);
    if (!opened || !isAskedFor(opened.model, next)) return;
    const { run, state: now } = opened;
    if (part.learningRate !== undefined) run.setLearningRate(part.learningRate);
    if (part.clip !== undefined && part.clip !== now.config.clip) void run.setClip(part.clip);
  };
  const startNew = () => {
    if (!source || costOfSettings(settings, source.text).isRefused) return;
    opening.want(null);
    const place =
      settings.source === 'own' || settings.source === 'kept'
        ? (source.name ?? text('setup.corpus.own'))
        : text(`setup.corpus.${settings.source}`);
    const layers = settings.layers > 1 ? `${settings.layers} × ` : '';
    const name = `${nextNumber(names)} · ${settings.cell.toUpperCase()} ${layers}${settings.hidden} · ${place}`;
    const config = languageConfig(settings, source.text);
    void bench.begin({ name, text: textKey(settings), config }).then((id) => {
      const { open: now } = bench.store.getState();
      if (now?.id === id) trainNew(now.run, settings);
    });
  };
  const view = {
    figure,
    settings,
    bench,
    state,
    open: opened,
    opening,
    imports,
    source,
    onSource,
    change,
    toggle: () => {
      if (!opened) return startNew();
      if (opened.state.phase === 'playing') opened.run.pause();
      else opened.run.play(null, opened.rest);
    },
    openModel: (id: KeptModel['id']) => {
      const model = state.models?.find((each) => each.id === id);
      if (!model) return;
      figure.change(settingsFor(model, settings));
      opening.want(model);
    },
    showSettings: (model: KeptModel) => figure.change(settingsFor(model, settings)),
  };
  useArrival(view, startNew);
  return { ...view, startNew };
}
