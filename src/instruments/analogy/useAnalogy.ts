import { useMemo } from 'react';
import type { RankedAnswer, VectorQuestion, VectorSet } from '../../store/vectors-state.ts';
import { type Answered, useAnswer } from '../vectors/useAnswer.ts';
import { examplesFor, PROBE, type Triple } from './examples.ts';
import { type Parallelogram, parallelogramOf } from './parallelogram.ts';
import type { AnalogySettings } from './settings.ts';

type AnalogyQuestion = Extract<VectorQuestion, { readonly kind: 'analogy' }>;

export interface Analogy {
  readonly asked: Answered<AnalogyQuestion>;
  /** The answers with the question they answer; null: none yet. */
  readonly answer: RankedAnswer | null;
  readonly question: AnalogyQuestion | null;
  /** The words in the plane of the question's three; null: none yet, or the three span no plane (`isFlat`). */
  readonly shape: Parallelogram | null;
  readonly isFlat: boolean;
}

/** Answers that are drawn beside the parallelogram. */
const DRAWN = 6;

const PROBE_QUESTION = { kind: 'rows', words: PROBE, first: 0, centred: false } as const;
const FIRST_QUESTION = { kind: 'words', from: 0, count: 3 } as const;

/** Questions that the set has the words for; null until that is known. */
export function useAnalogyExamples(set: VectorSet | null): readonly Triple[] | null {
  const isBuiltIn = set !== null && set.info.builtIn !== null;
  const { answer: probe } = useAnswer(set, isBuiltIn ? null : PROBE_QUESTION);
  const { answer: first } = useAnswer(set, isBuiltIn ? null : FIRST_QUESTION);
  return useMemo(() => {
    if (!set) return null;
    if (isBuiltIn) return examplesFor(set.info, [], []);
    return probe && first ? examplesFor(set.info, probe.missing, first.words) : null;
  }, [set, isBuiltIn, probe, first]);
}

/** Asks an open set a question; settings whose words are all given (`fillAnalogy`). */
export function useAnalogy(set: VectorSet | null, settings: AnalogySettings): Analogy {
  const { a, b, c, method, exclude, centred, count } = settings;
  const isWhole = a !== '' && b !== '' && c !== '';
  const asked = useAnswer<AnalogyQuestion>(
    set,
    isWhole ? { kind: 'analogy', a, b, c, method, exclude, centred, count } : null,
  );
  const { answer, question } = asked;
  const hits = answer?.hits.slice(0, DRAWN) ?? [];
  const isAnswered = answer !== null && question !== null && hits.length > 0;
  const words = isAnswered ? [question.a, question.b, question.c, ...hits.map(({ word }) => word)] : null;
  const { answer: rows } = useAnswer(
    set,
    words && { kind: 'rows', words, first: 0, centred: question?.centred ?? false },
  );
  const shape = useMemo(() => (rows ? parallelogramOf(rows) : null), [rows]);
  return { asked, answer, question, shape, isFlat: rows !== null && shape === null };
}
