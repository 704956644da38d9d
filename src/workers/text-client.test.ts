import { expect, it } from 'vitest';
import { startReading } from './text-client.ts';
import type { FromTextWorker, IntakeProgress, ToTextWorker } from './text-protocol.ts';
import type { WorkerLike } from './worker-line.ts';

function createFakeWorker() {
  const heard: ToTextWorker[] = [];
  const worker: WorkerLike & { ended: boolean; say(message: FromTextWorker): void } = {
    ended: false,
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (message: ToTextWorker) => heard.push(message),
    terminate() {
      worker.ended = true;
    },
    say: (message) => worker.onmessage?.call(worker as unknown as Worker, { data: message } as MessageEvent),
  };
  return { worker, heard };
}
const FILES = [new File(['x'], 'a.txt')];
const FAULT = { ok: false, fault: { code: 'empty', name: 'a.txt' } } as const;

it('gives the files to a worker, passes on how far it is, and ends the worker with the result', async () => {
  const { worker, heard } = createFakeWorker();
  const progress: IntakeProgress[] = [];
  const reading = startReading(
    FILES,
    (one) => progress.push(one),
    () => worker,
  );
  expect(heard).toEqual([{ type: 'read', files: FILES }]);
  worker.say({ type: 'progress', done: 1, total: 2, name: 'a.txt' });
  expect(progress).toMatchObject([{ done: 1, total: 2, name: 'a.txt' }]);
  worker.say({ type: 'done', result: FAULT });
  expect(await reading.result).toEqual(FAULT);
  expect(worker.ended).toBe(true);
});

it('is over at once when cancelled, whatever the worker still says', async () => {
  const { worker } = createFakeWorker();
  const reading = startReading(
    FILES,
    () => {},
    () => worker,
  );
  reading.cancel();
  worker.say({ type: 'done', result: FAULT });
  expect(await reading.result).toEqual({ ok: false, fault: { code: 'cancelled' } });
  expect(worker.ended).toBe(true);
});

it('says that it stopped when the worker dies or cannot be started', async () => {
  const { worker } = createFakeWorker();
  const dying = startReading(
    FILES,
    () => {},
    () => worker,
  );
  worker.onerror?.call(worker as unknown as Worker, { message: 'out of memory' } as ErrorEvent);
  expect(await dying.result).toEqual({ ok: false, fault: { code: 'stopped', detail: 'out of memory' } });
  const none = startReading(
    FILES,
    () => {},
    () => {
      throw new Error('no workers');
    },
  );
  none.cancel();
  expect(await none.result).toEqual({ ok: false, fault: { code: 'stopped', detail: 'no workers' } });
});
