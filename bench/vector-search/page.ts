import { describeMachine, type Machine } from '../browser/machine.ts';
import { spread, summarise } from '../browser/statistics.ts';
import type { Answered, Asked } from './contestant.worker.ts';
import { type Measured, NAMES, PRECISIONS, tableOf } from './table.ts';

const ROUNDS = 3;
const WORDS = 400_000;
const DIMENSIONS = 100;

/** What the program that drives the page is told in the end. */
export interface News {
  readonly machine: Machine;
  readonly words: number;
  readonly dimensions: number;
  readonly rows: readonly Measured[];
  readonly table: string;
}

/** A worker for one contestant's turn, so that no memory is left from the one before. */
function search(asked: Asked): Promise<Answered> {
  const worker = new Worker(new URL('./contestant.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Answered>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answered>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}

async function run(tell: (news: string) => void): Promise<News> {
  const all = PRECISIONS.flatMap((precision) =>
    NAMES.map((name) => ({ name, precision, answers: [] as Answered[] })),
  );
  // By turns, so that a slow spell of the machine falls on all.
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, precision, answers } of all) {
      tell(`round ${round + 1}, ${precision}, ${name}`);
      answers.push(await search({ name, precision, words: WORDS, dimensions: DIMENSIONS }));
    }
  }
  const rows = all.map(({ name, precision, answers }): Measured => {
    const summary = summarise(answers.flatMap(({ times }) => times));
    const found = [...new Set(answers.map((answer) => answer.found))].join(' or ');
    return { name, precision, ms: summary.median, spread: spread(summary), runs: summary.runs, found };
  });
  return {
    machine: await describeMachine(new Date()),
    words: WORDS,
    dimensions: DIMENSIONS,
    rows,
    table: tableOf(rows),
  };
}

Object.assign(globalThis, { runBench: run });
