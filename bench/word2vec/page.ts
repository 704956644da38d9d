import { type ReadTextResult, readText } from '../../src/models/word2vec/read-text.ts';
import { describeMachine, type Machine } from '../browser/machine.ts';
import { summarise } from '../browser/statistics.ts';
import type { Answered, Asked } from './contestant.worker.ts';
import type { Measured } from './measured.ts';
import { CASES, type Case, CONTESTANTS, takesPart } from './plan.ts';
import { ratioOf, tableOf } from './table.ts';

const ROUNDS = 15;
const TURN_MS = 150;

async function readCorpus() {
  const names = ['state-of-the-union', 'moby-dick'];
  const texts = await Promise.all(names.map(async (name) => (await fetch(`/corpora/${name}.txt`)).text()));
  const reading = readText(texts.join('\n'), { level: 'word', minCount: 5, words: 100_000 });
  let next: IteratorResult<number, ReadTextResult>;
  do next = reading.next();
  while (!next.done);
  if (!next.value.ok) throw new Error(next.value.failure.code);
  return next.value.read.corpus;
}

/** A worker that answers one question at a time. */
function openWorker() {
  const worker = new Worker(new URL('./contestant.worker.ts', import.meta.url), { type: 'module' });
  const ask = (asked: Asked) =>
    new Promise<Answered>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answered>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(asked);
    });
  return { ask, end: () => worker.terminate() };
}

async function measure(of: Case, corpus: Awaited<ReturnType<typeof readCorpus>>): Promise<Measured[]> {
  const contestants = await Promise.all(
    CONTESTANTS.filter((name) => takesPart(name, of)).map(async (name) => {
      const { ask, end } = openWorker();
      const opened = await ask({ type: 'open', name, of, corpus });
      if (opened.type !== 'open') throw new Error('out of turn');
      return { name, ask, end, opened, speeds: [] as number[] };
    }),
  );
  // By turns, so that a slow spell of the machine falls on all; the first round is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { ask, speeds } of contestants) {
      const answer = await ask({ type: 'turn', ms: TURN_MS });
      if (answer.type === 'turn' && round > 0) speeds.push((answer.words / answer.ms) * 1000);
    }
  }
  return contestants.map(({ name, opened, speeds, end }) => {
    end();
    const { median, quartiles, runs } = summarise(speeds);
    const [first, third] = quartiles;
    const { threads, loss } = opened;
    return { of, name, threads, speed: median, spread: (third - first) / median, loss, runs };
  });
}

/** What the program that drives the page is told in the end. */
export interface News {
  readonly machine: Machine;
  readonly words: number;
  readonly vocabulary: number;
  readonly rows: readonly (Measured & { readonly ratio: number | null })[];
  readonly table: string;
}

async function run(tell: (news: string) => void): Promise<News> {
  const corpus = await readCorpus();
  const all: Measured[] = [];
  for (const of of CASES) {
    tell(of);
    all.push(...(await measure(of, corpus)));
  }
  return {
    machine: await describeMachine(new Date()),
    words: corpus.ids.length,
    vocabulary: corpus.counts.length,
    rows: all.map((one) => ({ ...one, ratio: ratioOf(one, all) })),
    table: tableOf(all),
  };
}

Object.assign(globalThis, { runBench: run });
