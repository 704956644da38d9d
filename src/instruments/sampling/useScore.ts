import { useEffect, useMemo, useState } from 'react';
import { scoreText, type TokenScore } from '../../models/language/score.ts';
import type { TextModel } from '../../models/language/text-model.ts';
import { completeText, type TypedToken } from '../../models/language/typed.ts';

/** Most tokens of a sentence that are measured. */
export const MOST_SCORED = 200;

/** Work at a time, ms: half a frame; one step of a large model may take longer. */
const BUDGET = 8;

export interface Score {
  readonly model: TextModel;
  /** Optimiser steps behind the model. */
  readonly step: number | null;
  readonly tokens: readonly TypedToken[];
  /** So far; all tokens when `isDone`. */
  readonly scores: readonly TokenScore[];
  readonly isDone: boolean;
}

export interface ScoredText {
  /** Tokens that were typed; those beyond `MOST_SCORED` are not measured. */
  readonly typed: number;
  readonly tokens: readonly TypedToken[];
  /** Null before the first slice of work. */
  readonly score: Score | null;
}

type Job = Pick<Score, 'model' | 'step' | 'tokens'>;

/**
 * P of a text, token by token, in slices of time. A model that trains on is asked again when the last answer is complete,
 * so that an answer always comes; until the next is complete the last one stands. `isSeen`: nobody is asked off screen.
 */
export function useScore(
  model: TextModel | null,
  step: number | null,
  text: string,
  isSeen: boolean,
): ScoredText {
  const { typed, tokens } = useTokens(model, text);
  const [job, setJob] = useState<Job | null>(null);
  const [score, setScore] = useState<Score | null>(null);
  const isFree = score?.isDone === true && score.model === job?.model;
  const isOld = job === null || job.tokens !== tokens || (isFree && job.model !== model);
  useEffect(() => {
    if (model && isSeen && isOld) setJob({ model, step, tokens });
  }, [model, step, tokens, isSeen, isOld]);
  useEffect(() => {
    if (!job) return;
    return work(job, (made) =>
      setScore((last) => (!made.isDone && last?.isDone && last.tokens === job.tokens ? last : made)),
    );
  }, [job]);
  return { typed, tokens, score: score?.tokens === tokens ? score : null };
}

/** The typed text as the model reads it; the same array as long as text and vocabulary are. */
function useTokens(model: TextModel | null, text: string) {
  const { vocabulary, level, ends } = model ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: a model that trains on reads a text as it did before.
  return useMemo(() => {
    const all = model ? completeText(text, model) : [];
    return { typed: all.length, tokens: all.slice(0, MOST_SCORED) };
  }, [vocabulary, level, ends, text]);
}

/** Scores slice by slice; the result stops it. */
function work(job: Job, publish: (score: Score) => void): () => void {
  const steps = scoreText(job.model, job.tokens);
  const scores: TokenScore[] = [];
  let timer: ReturnType<typeof setTimeout>;
  const slice = () => {
    const until = performance.now() + BUDGET;
    let next = steps.next();
    while (!next.done) {
      scores.push(next.value);
      if (performance.now() >= until) break;
      next = steps.next();
    }
    const isDone = scores.length === job.tokens.length;
    publish({ ...job, scores: scores.slice(), isDone });
    if (!isDone) timer = setTimeout(slice, 0);
  };
  timer = setTimeout(slice, 0);
  return () => clearTimeout(timer);
}
