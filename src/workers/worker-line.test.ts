import { expect, it } from 'vitest';
import { createFakeWorker, READY } from './client.testkit.ts';
import type { FromWorker, RunId, ToWorker } from './protocol.ts';
import { openWorkerLine } from './worker-line.ts';

function opened() {
  const worker = createFakeWorker();
  const messages: FromWorker[] = [];
  const crashes: string[] = [];
  const watches: string[] = [];
  let gone = () => {};
  const line = openWorkerLine<ToWorker, FromWorker>({
    createWorker: () => worker,
    watch: (name, onGone) => {
      watches.push(name);
      gone = onGone;
      return () => watches.splice(watches.indexOf(name), 1);
    },
    onMessage: (message) => messages.push(message),
    onCrash: (detail) => crashes.push(detail),
  });
  return { worker, line, messages, crashes, watches, die: () => gone() };
}
const RUN = 1 as RunId;

it('passes on what a worker says, but for its lifeline, which is watched', () => {
  const { worker, messages, watches, crashes, die } = opened();
  worker.say({ type: 'alive', lifeline: 'lock-1' }, RUN);
  worker.say(READY, RUN);
  expect(messages).toEqual([{ ...READY, run: RUN }]);
  expect(watches).toEqual(['lock-1']);
  die();
  expect(crashes).toEqual(['the worker was killed']);
});

it('says what a worker died of', () => {
  const { worker, crashes } = opened();
  worker.crash('boom');
  worker.crash('');
  expect(crashes).toEqual(['boom', 'the worker stopped']);
});

it('is silent once it has ended', () => {
  const { worker, line, messages, crashes, watches, die } = opened();
  worker.say({ type: 'alive', lifeline: 'lock-1' }, RUN);
  line.end();
  worker.say(READY, RUN);
  worker.crash('boom');
  die();
  expect(worker.terminated).toBe(true);
  expect([messages, crashes, watches]).toEqual([[], [], []]);
});
