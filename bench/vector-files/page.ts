import { describeMachine, type Machine } from '../browser/machine.ts';
import { spread, summarise } from '../browser/statistics.ts';
import type { Answered, Asked } from './contestant.worker.ts';
import { makeFile } from './file.ts';
import { type Measured, NAMES, tableOf } from './table.ts';

const ROUNDS = 5;
const WORDS = Number(new URLSearchParams(location.search).get('words') ?? 100_000);

/** What the program that drives the page is told in the end. */
export interface News {
  readonly machine: Machine;
  readonly words: number;
  readonly bytes: number;
  readonly rows: readonly Measured[];
  readonly table: string;
}

/** A worker for one reading, so that no memory is left from the one before. */
function read(asked: Asked): Promise<Answered> {
  const worker = new Worker(new URL('./contestant.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Answered>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answered>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}

async function run(tell: (news: string) => void): Promise<News> {
  const file = makeFile(WORDS);
  const all = NAMES.map((name) => ({ name, answers: [] as Answered[] }));
  // By turns, so that a slow spell of the machine falls on all; the first round is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    tell(`round ${round}`);
    for (const { name, answers } of all) {
      const answer = await read({ name, file });
      if (round > 0) answers.push(answer);
    }
  }
  const rows = all.map(({ name, answers }) => measuredOf(name, answers));
  return {
    machine: await describeMachine(new Date()),
    words: WORDS,
    bytes: file.size,
    rows,
    table: tableOf(rows, file.size),
  };
}

function measuredOf(name: Measured['name'], answers: readonly Answered[]): Measured {
  const summary = summarise(answers.map(({ ms }) => ms));
  const early = answers.map((answer) => answer.early ?? answer.ms);
  const [first] = answers;
  return {
    name,
    ms: summary.median,
    spread: spread(summary),
    runs: summary.runs,
    early: summarise(early).median,
    words: first?.words ?? 0,
    sum: first?.sum ?? 0,
  };
}

Object.assign(globalThis, { runBench: run });
