import { useMemo } from 'react';
import { recurrentTextModel } from '../../models/language/recurrent-text-model.ts';
import type { TextModel } from '../../models/language/text-model.ts';
import type { OpenModel } from '../language/open-model.ts';

/** A network at one moment of its training, as a model of text; the same one as long as the parameters are. */
export function useTextModel(open: OpenModel | null): TextModel | null {
  const { shape, parameters, vocabulary } = open ?? {};
  const task = open?.config.task;
  return useMemo(
    () =>
      shape && parameters && vocabulary && task
        ? recurrentTextModel(shape, parameters, vocabulary, task)
        : null,
    [shape, parameters, vocabulary, task],
  );
}
