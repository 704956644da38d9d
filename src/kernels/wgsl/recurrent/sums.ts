import { repeat } from '../program.ts';
import type { WorkgroupPlan } from './plan.ts';

/** Terms of a sum that are read before the first of them is used, so that their way from memory overlaps. */
const UNROLL = 4;

/** A sum of a phase: where its weight for term `k` lies, and what it is called. */
export interface SumTerm {
  readonly name: string;
  /** Expression of `k` and `unit`. */
  weight(k: string): string;
}

/**
 * Adds this invocation's slice of `terms` products to every sum: sum += weight(k) · operand(k). Invocations side by side
 * read weights side by side; the operand is one broadcast from workgroup memory.
 */
export function sliceOfSums(
  { slices }: WorkgroupPlan,
  terms: string,
  operand: (k: string) => string,
  sums: readonly SumTerm[],
): string {
  const range =
    slices === 1
      ? `var k = 0u; let end = ${terms};`
      : `let span = (${terms} + ${slices - 1}u) / ${slices}u; var k = slice * span; let end = min(k + span, ${terms});`;
  const at = (i: number) => (i === 0 ? 'k' : `k + ${i}u`);
  const reads = repeat(UNROLL, (i) =>
    sums.map(({ weight }, s) => `let w${s}_${i} = ${weight(at(i))};`).join(' '),
  );
  const adds = repeat(
    UNROLL,
    (i) =>
      `let x${i} = ${operand(at(i))}; ${sums.map(({ name }, s) => `${name} += w${s}_${i} * x${i};`).join(' ')}`,
  );
  const rest = sums.map(({ name, weight }) => `${name} += ${weight('k')} * x;`).join(' ');
  return `
${range}
for (; k + ${UNROLL - 1}u < end; k += ${UNROLL}u) {
${reads}
${adds}
}
for (; k < end; k++) { let x = ${operand('k')}; ${rest} }`;
}

/** Slices hand their parts of the sums to the first of them, always in the same order. */
export function exchangeSums(
  { slices }: WorkgroupPlan,
  sums: readonly { readonly name: string }[],
): { readonly give: string; readonly take: string } {
  if (slices === 1) return { give: '', take: '' };
  const place = (slice: string, s: number) =>
    `partials[((${slice}) * ${sums.length}u + ${s}u) * HIDDEN + unit]`;
  const give = sums.map(({ name }, s) => `${place('slice - 1u', s)} = ${name};`).join(' ');
  const take = repeat(slices - 1, (slice) =>
    sums.map(({ name }, s) => `${name} += ${place(`${slice}u`, s)};`).join(' '),
  );
  return { give: `if (has && slice > 0u) { ${give} }\nworkgroupBarrier();`, take };
}
