import { expect, it } from 'vitest';
import { createReports, reportRows } from './reports.ts';

it('parts report while they are there, and a file has all of them', () => {
  const reports = createReports();
  let told = 0;
  const stop = reports.subscribe(() => {
    told++;
  });
  reports.set('a', { caption: 'A', heads: ['word', 'x'], rows: [['king', 1]] });
  reports.set('b', { caption: 'B', heads: ['word'], rows: [['queen']] });
  reports.set('a', { caption: 'A', heads: ['word', 'x'], rows: [['king', 2]] });
  expect(reportRows(reports.list())).toEqual([
    ['A'],
    ['word', 'x'],
    ['king', 2],
    [],
    ['B'],
    ['word'],
    ['queen'],
  ]);
  expect(reports.list()).toBe(reports.list());
  reports.delete('a');
  expect(reports.list().map(({ caption }) => caption)).toEqual(['B']);
  stop();
  reports.delete('b');
  expect(told).toBe(4);
});
