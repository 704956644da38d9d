import { expect, it } from 'vitest';
import type { WorkerLike } from '../worker-line.ts';
import { createSharedWorker } from './shared.ts';

/** A worker that keeps its ports and says what it hears back, with a number of its own. */
function createEcho() {
  const ports: MessagePort[] = [];
  let terminated = 0;
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage(_message: unknown, transfer?: unknown) {
      const [port] = transfer as MessagePort[];
      if (!port) return;
      const number = ports.push(port);
      port.onmessage = ({ data }) => port.postMessage(`${number} ${data}`);
    },
    terminate() {
      terminated++;
      for (const port of ports) port.close();
    },
  };
  return { worker, ports, ended: () => terminated };
}

const hear = (line: WorkerLike): Promise<unknown> =>
  new Promise((resolve) => {
    line.onmessage = ({ data }: MessageEvent) => resolve(data);
  });

it('maps share a worker, hear only what is theirs, and end it with the last of them', async () => {
  const made: ReturnType<typeof createEcho>[] = [];
  const open = createSharedWorker(() => {
    const echo = createEcho();
    made.push(echo);
    return echo.worker;
  });
  const [one, two] = [open(), open()];
  expect(made).toHaveLength(1);
  const heard = Promise.all([hear(one), hear(two)]);
  one.postMessage('a', []);
  two.postMessage('b', []);
  expect(await heard).toEqual(['1 a', '2 b']);
  const told: string[] = [];
  one.onerror = (event) => told.push(`one ${(event as ErrorEvent).message}`);
  two.onerror = (event) => told.push(`two ${(event as ErrorEvent).message}`);
  const [echo] = made;
  echo?.worker.onerror?.call(echo.worker as unknown as Worker, { message: 'gone' } as ErrorEvent);
  expect(told).toEqual(['one gone', 'two gone']);
  const again = open();
  expect(made).toHaveLength(2);
  for (const line of [one, two, again]) line.terminate();
  expect(made.map(({ ended }) => ended())).toEqual([1, 1]);
});

it('a worker that is killed says nothing: its lifeline does, once for all maps, and the next one is another', async () => {
  const made: ReturnType<typeof createEcho>[] = [];
  let kill = () => {};
  const watched: string[] = [];
  const open = createSharedWorker(
    () => {
      const echo = createEcho();
      made.push(echo);
      return echo.worker;
    },
    (name, onGone) => {
      watched.push(name);
      kill = onGone;
      return () => {};
    },
  );
  const lines = [open(), open()];
  const told: string[] = [];
  const again: WorkerLike[] = [];
  for (const line of lines) {
    line.onerror = (event) => {
      told.push((event as ErrorEvent).message);
      line.terminate();
      again.push(open());
    };
  }
  const heard = Promise.all(lines.map(hear));
  for (const [i, port] of (made[0]?.ports ?? []).entries()) {
    port.postMessage({ type: 'alive', lifeline: `line ${i}` });
    port.postMessage('other');
  }
  expect(await heard).toEqual(['other', 'other']);
  expect(watched).toEqual(['line 0']);
  kill();
  expect(told).toEqual(['the worker was killed', 'the worker was killed']);
  expect(made).toHaveLength(2);
  expect(made[1]?.ports).toHaveLength(2);
  for (const line of again) line.terminate();
});
