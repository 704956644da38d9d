import { expect, test } from 'vitest';
import { costsOf } from './e2e-costs.mjs';

const spec = (title: string, ...durations: number[]) => ({
  title,
  tests: [{ results: durations.map((duration) => ({ duration })) }],
});
const report = {
  suites: [
    { file: 'a.spec.ts', specs: [spec('short', 500), spec('tried twice', 2000, 3000)] },
    { file: 'b.spec.ts', suites: [{ file: 'b.spec.ts', specs: [spec('nested', 4000)] }] },
  ],
};
const lines = (text: string) => text.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));

test('the slowest tests come first, all tries of one together', () => {
  const found = lines(costsOf(report, 2));
  expect(found.filter((line) => /spec\.ts: /.test(line))).toEqual([
    '5.0 s a.spec.ts: tried twice',
    '4.0 s b.spec.ts: nested',
  ]);
});

test('each spec has the sum of its tests, the dearest first', () => {
  expect(lines(costsOf(report)).slice(-2)).toEqual(['5.5 s a.spec.ts', '4.0 s b.spec.ts']);
});
