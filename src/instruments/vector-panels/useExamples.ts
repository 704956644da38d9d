import { useMemo } from 'react';
import type { VectorSet } from '../../store/vectors-state.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import { type Examples, examplesOf, PROBE } from './examples.ts';

const PROBE_QUESTION = {
  kind: 'rows',
  words: [...PROBE.characters, ...PROBE.english],
  first: 0,
  centred: false,
} as const;
/** Past the words that every text is full of. */
const WORDS_QUESTION = { kind: 'words', from: 120, count: 12 } as const;
const FIRST_QUESTION = { kind: 'words', from: 0, count: 12 } as const;

/** Examples that the set has the words for; null until that is known. */
export function useExamples(set: VectorSet | null): Examples | null {
  const isKnown = set?.info.builtIn !== null;
  const { answer: probe } = useAnswer(set, isKnown ? null : PROBE_QUESTION);
  const isSmall = (set?.info.words ?? 0) < WORDS_QUESTION.from + WORDS_QUESTION.count;
  const { answer: some } = useAnswer(set, isKnown ? null : isSmall ? FIRST_QUESTION : WORDS_QUESTION);
  return useMemo(() => {
    if (!set) return null;
    if (isKnown) return examplesOf(set.info, [], []);
    return probe && some ? examplesOf(set.info, probe.missing, some.words) : null;
  }, [set, isKnown, probe, some]);
}
