import type { ContestantId } from './contestants.ts';
import { ContestantError } from './problem.ts';
import type { FromContestant, ToContestant, Trained } from './protocol.ts';
import type { CharacterShape } from './shape.ts';

/** A contestant as the one who compares them sees it: made ready, asked for steps, sent home. */
export interface Competitor {
  /** For people: threads, adapter. */
  readonly note: string | null;
  train(count: number): Promise<Trained>;
  dispose(): void;
}

export interface CompetitorOptions {
  readonly allowSoftware: boolean;
  /** Ends a worker whose answer is awaited no more. */
  readonly signal: AbortSignal;
}

export type OpenCompetitor = (
  id: ContestantId,
  shape: CharacterShape,
  options: CompetitorOptions,
) => Promise<Competitor>;

/** Opens a contestant in a worker. Rejects with the reason when it fails, or with the signal's when that is aborted. */
export const openCompetitor: OpenCompetitor = async (contestant, shape, { allowSoftware, signal }) => {
  const worker = new Worker(new URL('./contestant.worker.ts', import.meta.url), {
    type: 'module',
    name: `bench ${contestant}`,
  });
  const dispose = () => worker.terminate();
  try {
    const prepare = { type: 'prepare', contestant, shape, allowSoftware } as const;
    const { note } = await ask(worker, prepare, 'prepared', signal);
    const train = (count: number) => ask(worker, { type: 'train', count }, 'trained', signal);
    return { note, train, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
};

function errorOf(data: FromContestant): ContestantError {
  if (data.type !== 'failed') return new ContestantError('crashed', `answered ${data.type}`);
  return new ContestantError(data.problem.code, data.problem.detail);
}

type Answer<Type extends FromContestant['type']> = Extract<FromContestant, { type: Type }>;

function ask<Type extends FromContestant['type']>(
  worker: Worker,
  request: ToContestant,
  expected: Type,
  signal: AbortSignal,
): Promise<Answer<Type>> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onmessage = ({ data }: MessageEvent<FromContestant>) => {
      if (data.type === expected) resolve(data as Answer<Type>);
      else reject(errorOf(data));
    };
    worker.onerror = (event) => reject(new ContestantError('crashed', event.message || 'worker'));
    worker.postMessage(request);
  });
}
