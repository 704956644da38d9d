import { repeat } from '../program.ts';
import type { WorkgroupPlan } from './plan.ts';

/*
 * A workgroup computes 1, 2 or 4 batch rows at once: one number each in a value of type `Rows`. In memory the rows lie
 * apart; the functions written here gather and scatter them. The last workgroup may have fewer rows: it reads its last
 * row again for those that are missing, and does not write them.
 */

const TYPES = { 1: 'f32', 2: 'vec2f', 4: 'vec4f' } as const;
const BOOLS = { 1: 'bool', 2: 'vec2<bool>', 4: 'vec4<bool>' } as const;

/** The type and what says how many of its rows there are. */
export function rowsCode({ rows }: WorkgroupPlan): string {
  return `
alias Rows = ${TYPES[rows]};
alias Choice = ${BOOLS[rows]};
var<private> last: u32;`;
}

/** `fn name(…, at, unit) -> Rows`: reads `buffer` at `index`, an expression of `row` and `unit`. */
export function rowReader(
  { rows }: WorkgroupPlan,
  name: string,
  lead: string,
  element: (row: string) => string,
): string {
  const each = repeat(rows, (r) => element(`(at + min(${r}u, last))`), ', ');
  return `fn ${name}(${lead}at: u32, unit: u32) -> Rows { return Rows(${each}); }`;
}

/** `fn name(…, at, unit, value)`: the counterpart of `rowReader`. */
export function rowWriter(
  { rows }: WorkgroupPlan,
  name: string,
  lead: string,
  element: (row: string) => string,
): string {
  const lines = repeat(rows, (r) => `if (${r}u <= last) { ${element(`(at + ${r}u)`)} = ${lane(rows, r)}; }`);
  return `fn ${name}(${lead}at: u32, unit: u32, value: Rows) {\n${lines}\n}`;
}

/** `fn loadMask(at) -> Choice`: the rows that compute the step. */
export function maskReader({ rows }: WorkgroupPlan): string {
  const each = repeat(rows, (r) => `mask[at + min(${r}u, last)] != 0`, ', ');
  return `fn loadMask(at: u32) -> Choice { return Choice(${each}); }`;
}

function lane(rows: number, row: number): string {
  return rows === 1 ? 'value' : `value.${'xyzw'[row]}`;
}
