// @ts-check
import { cpus } from 'node:os';

/** Idle and all milliseconds of all cores since the machine started. */
function processorTimes() {
  const times = cpus().map((core) => core.times);
  const sum = (/** @type {number[]} */ values) => values.reduce((total, one) => total + one, 0);
  return { idle: sum(times.map(({ idle }) => idle)), all: sum(times.flatMap((one) => Object.values(one))) };
}

/**
 * How much of the processor others were using just before the bench, if enough to spoil it: medians are then too long, and a
 * reader must know. Measured for a second; a load average would still count the benchmark before.
 */
export async function busyNote() {
  const before = processorTimes();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const after = processorTimes();
  const share = 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all);
  return share > 0.1 ? ` Other programs were using ${Math.round(100 * share)} % of it.` : '';
}
