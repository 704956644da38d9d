// @ts-check
/** What the end-to-end tests cost, read from Playwright's JSON report: the next one who adds a test sees what is dear. */

/**
 * @typedef {{ readonly file: string, readonly title: string, readonly seconds: number }} Timed
 * @typedef {{ readonly title: string, readonly tests: readonly { readonly results: readonly { readonly duration: number }[] }[] }} Spec
 * @typedef {{ readonly file: string, readonly specs?: readonly Spec[], readonly suites?: readonly Suite[] }} Suite
 */

/** Every test of a suite and of those inside it, all its tries together. @param {Suite} suite @returns {Timed[]} */
function timedIn({ file, specs = [], suites = [] }) {
  const own = specs.map(({ title, tests }) => {
    const tries = tests.flatMap(({ results }) => results);
    return { file, title, seconds: tries.reduce((sum, { duration }) => sum + duration / 1000, 0) };
  });
  return [...own, ...suites.flatMap(timedIn)];
}

/** @param {readonly Timed[]} all */
function byFile(all) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const { file, seconds } of all) sums.set(file, (sums.get(file) ?? 0) + seconds);
  return [...sums].sort((one, other) => other[1] - one[1]);
}

/** @param {number} seconds */
const column = (seconds) => `${seconds.toFixed(1).padStart(7)} s`;

/**
 * The slowest tests and the time of every spec, a line each, dearest first. Seconds of all workers added up.
 * @param {{ readonly suites: readonly Suite[] }} report
 * @param {number} [count] of the slowest tests
 */
export function costsOf({ suites }, count = 10) {
  const all = suites.flatMap(timedIn);
  const slowest = all.toSorted((one, other) => other.seconds - one.seconds).slice(0, count);
  return [
    '\nThe slowest end-to-end tests:',
    ...slowest.map(({ file, title, seconds }) => `${column(seconds)}  ${file}: ${title}`),
    'All tests of a spec, in seconds of one worker:',
    ...byFile(all).map(([file, seconds]) => `${column(seconds)}  ${file}`),
  ].join('\n');
}
