import { type Tokenization, tokenize } from '../../models/text/tokenize.ts';
import { firstTokens } from '../../models/units/gaps.ts';
import type { PassageReading } from '../../models/units/passage.ts';
import type { OpenModel } from '../language/open-model.ts';
import { MOST_TOKENS } from './settings.ts';

export type Read = (text: string) => Promise<PassageReading | null>;

/** A passage cut to what is read of it. */
export interface CutPassage {
  readonly text: string;
  /** Tokens before it was cut. */
  readonly asked: number;
}

/** A reading, and what it was a reading of. */
export interface ReadPassage {
  readonly reading: PassageReading;
  readonly model: OpenModel;
  readonly passage: CutPassage;
}

export interface ReaderState {
  readonly shown: ReadPassage | null;
  readonly phase: 'idle' | 'reading' | 'failed';
}

/** What is to be read, and by which network. */
export interface Asked {
  readonly model: OpenModel | null;
  readonly read: Read;
  readonly passage: CutPassage;
}

/** Reads passages, one after the other. */
export interface PassageReader {
  /** Reads; what was asked before and has not come yet will not be shown. */
  ask(asked: Asked): void;
  /** How long to wait before reading again by itself (ms): never soon, and never so that training suffers. */
  rest(): number;
  dispose(): void;
}

/** Between two readings while training goes on, at the least (ms). */
const PAUSE = 3000;
/** And so many times as long as the last one took. */
const RATIO = 5;

export function cutPassage(text: string, task: Tokenization): CutPassage {
  const tokens = tokenize(text, task);
  return { text: firstTokens(text, tokens, task, MOST_TOKENS), asked: tokens.length };
}

/** Whether two moments are of one network: its vocabulary is made once a run. */
export const isSameNetwork = (a: OpenModel, b: OpenModel): boolean =>
  a.vocabulary.tokens === b.vocabulary.tokens && a.parameters.length === b.parameters.length;

/** `onState` is told of every change; `now` in ms. */
export function createReader(
  onState: (change: Partial<ReaderState>) => void,
  now: () => number = () => performance.now(),
): PassageReader {
  let turn = 0;
  let [ended, took] = [Number.NEGATIVE_INFINITY, 0];
  return {
    ask({ model, read, passage }) {
      const mine = ++turn;
      if (!model || passage.text === '') return onState({ phase: 'idle' });
      const began = now();
      const end = (reading: PassageReading | null) => {
        if (mine !== turn) return;
        ended = now();
        took = ended - began;
        onState(reading ? { shown: { reading, model, passage }, phase: 'idle' } : { phase: 'failed' });
      };
      onState({ phase: 'reading' });
      read(passage.text).then(end, () => end(null));
    },
    rest: () => Math.max(0, ended + Math.max(PAUSE, RATIO * took) - now()),
    dispose() {
      turn++;
    },
  };
}
