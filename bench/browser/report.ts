import type { Outcome } from './compete.ts';
import { CONTESTANT_IDS, type ContestantId, isOurs } from './contestants.ts';
import type { Machine } from './machine.ts';
import type { Problem } from './problem.ts';
import { type BenchRow, isMeasured, ratioOf, rowsOf } from './rows.ts';
import { type CharacterShape, gigaflops } from './shape.ts';
import { digits, linesOf, type Result } from './table.ts';

/** Words of a report: in the reader's language on the page, in English in the README. */
export interface ReportWords {
  readonly contestant: (id: ContestantId) => string;
  /** Head of the first column. */
  readonly network: string;
  readonly shape: (shape: CharacterShape) => string;
  readonly machine: (machine: Machine) => string;
  readonly problem: (problem: Problem) => string;
  /** What the cells say, and what they are compared with. */
  readonly legend: string;
}

/** Whom the other cells of a line are compared with: the tier that every browser with SIMD has. */
const BASELINE: ContestantId = 'wasm';

/** One object with everything that was measured, for machines. */
export function reportJson(machine: Machine, results: readonly Result[]): string {
  return JSON.stringify({ machine, rows: allRows(results) }, null, 2);
}

export function allRows(results: readonly Result[]): readonly BenchRow[] {
  return results.flatMap(({ shape, outcomes }) => rowsOf(shape, outcomes));
}

/** For people: machine, table, what the table says, and what could not be measured. */
export function reportText(machine: Machine, results: readonly Result[], words: ReportWords): string {
  const parts = [
    words.machine(machine),
    markdownTable(results, words),
    words.legend,
    problemList(results, words),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A line for each result, a column for each contestant that was measured at all. */
export function markdownTable(results: readonly Result[], words: ReportWords): string {
  const columns = CONTESTANT_IDS.filter((id) =>
    results.some(({ outcomes }) => isMeasured(find(outcomes, id))),
  );
  const head = [words.network, ...columns.map(words.contestant)];
  const body = results.map(({ shape, outcomes }) => [
    words.shape(shape),
    ...columns.map((id) => cell(shape, find(outcomes, id), find(outcomes, BASELINE))),
  ]);
  return [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...body].map(markdownLine).join('\n');
}

function find(outcomes: readonly Outcome[], id: ContestantId): Outcome | undefined {
  return outcomes.find(({ contestant }) => contestant === id);
}

/** `6.1 ms, 32 GFLOP/s` for ours, `506 ms, 83×` for a peer; a peer that computes something else gets no factor. */
function cell(shape: CharacterShape, outcome: Outcome | undefined, baseline: Outcome | undefined): string {
  if (!isMeasured(outcome)) return '–';
  const { median } = outcome.time;
  const parts = [`${digits(median)} ms`];
  if (isOurs(outcome.contestant)) parts.push(`${digits(gigaflops(shape, median))} GFLOP/s`);
  const factor = outcome.contestant === BASELINE ? null : ratioOf(baseline, outcome);
  if (factor !== null) parts.push(`${digits(factor)}×`);
  return parts.join(', ');
}

function markdownLine(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Why somebody was not measured or not compared, each reason once. */
function problemList(results: readonly Result[], words: ReportWords): string {
  const problems = results
    .flatMap((result) => linesOf(result, []))
    .flatMap(({ contestant, problem }) =>
      problem ? [`- ${words.contestant(contestant)}: ${words.problem(problem)}`] : [],
    );
  return [...new Set(problems)].join('\n');
}
