import { useMemo } from 'react';
import type { NextSymbolShape } from '../../models/language/next-symbol.ts';
import { nextSymbolLayout } from '../../models/language/next-symbol.ts';
import { vocabularyOf } from '../../models/text/vocabulary.ts';
import type { Run, RunState } from '../../store/run-state.ts';
import { useParameters } from '../runs/useParameters.ts';
import type { OpenModel } from './open-model.ts';
import type { LanguageConfig } from './run-settings.ts';

/** Sizes of the network that runs; null until the run knows its vocabulary. The same object for the same network. */
function useShape({ info, config }: RunState): NextSymbolShape | null {
  const { cell, hidden, layers } = config;
  return useMemo(
    () => info && { spec: cell, vocabulary: info.vocabulary.length, hidden, layers },
    [info, cell, hidden, layers],
  );
}

/** A language model's run as panels are given it; null until it has parameters. Another object with every new state. */
export function useOpenModel(run: Run, state: RunState): OpenModel | null {
  const { info, config, frame } = state;
  const shape = useShape(state);
  const vocabulary = useMemo(() => info && vocabularyOf(info.vocabulary, info.counts), [info]);
  const parameters = useParameters(run);
  const isWhole = shape !== null && parameters?.length === nextSymbolLayout(shape).length;
  const step = frame?.parametersStep ?? 0;
  return useMemo(
    () =>
      shape && vocabulary && parameters && isWhole && config.task.kind === 'next-symbol'
        ? { config: config as LanguageConfig, shape, vocabulary, parameters, step }
        : null,
    [config, shape, vocabulary, parameters, isWhole, step],
  );
}
