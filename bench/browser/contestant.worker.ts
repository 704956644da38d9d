import { createCase } from './case.ts';
import type { Contestant } from './contestants/contestant.ts';
import { OPENERS } from './contestants/open.ts';
import { problemOf } from './problem.ts';
import type { FromContestant, ToContestant } from './protocol.ts';
import { trainTimed } from './train.ts';

/**
 * One contestant in a worker of its own: whatever it allocates, throws or leaves behind is not another's. The page asks one
 * of them at a time.
 */
let contestant: Contestant | null = null;

async function prepare(request: Extract<ToContestant, { type: 'prepare' }>): Promise<FromContestant> {
  const { shape, allowSoftware } = request;
  const open = await OPENERS[request.contestant]();
  contestant = await open(shape, createCase(shape), { allowSoftware });
  return { type: 'prepared', note: contestant.note };
}

async function answer(request: ToContestant): Promise<FromContestant> {
  if (request.type === 'prepare') return prepare(request);
  if (!contestant) throw new Error('asked to train before it was prepared');
  return trainTimed(contestant, request.count, () => performance.now());
}

addEventListener('message', async ({ data }: MessageEvent<ToContestant>) => {
  try {
    postMessage(await answer(data));
  } catch (error) {
    postMessage({ type: 'failed', problem: problemOf(error) } satisfies FromContestant);
  }
});
