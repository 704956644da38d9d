import { describe, expect, it } from 'vitest';
import type { LessonStop } from '../../instruments/link/stops.ts';
import { composeTalk, fieldsAt, findStop, lastPrepared, openingHash, plannedUntil } from './talk.ts';

const stop = (
  id: string,
  at: string,
  fields: Record<string, string | null> = {},
  minutes = 1,
): LessonStop => ({
  id,
  at,
  state: { fields, faults: [] },
  minutes,
  title: { en: `Title ${id}`, zh: `标题 ${id}` },
  notes: { en: 'One.\n\n  Two.\n', zh: '一。\n\n二。' },
});
const FIGURES = ['live', 'race', 'backward'].map((id) => ({ id, title: `Figure ${id}`, caption: '' }));
const STOPS = [
  stop('begin', 'live'),
  stop('gate', 'live', { t: '3', walk: '1' }),
  stop('race', 'race', { delay: '10' }),
  stop('all', 'live', { walk: null, all: '1' }),
];

describe('composeTalk', () => {
  it('speaks the language and parts the notes into paragraphs', () => {
    const [first] = composeTalk(STOPS, FIGURES, 'zh');
    expect(first).toMatchObject({ title: '标题 begin', notes: ['一。', '二。'], minutes: 1, extra: false });
    expect(composeTalk(STOPS, FIGURES, 'en')[0]?.notes).toEqual(['One.', 'Two.']);
  });

  it('puts the figures that are left out behind the end', () => {
    const talk = composeTalk(STOPS, FIGURES, 'en');
    expect(talk.map(({ id, extra }) => [id, extra])).toEqual([
      ['begin', false],
      ['gate', false],
      ['race', false],
      ['all', false],
      ['backward', true],
    ]);
    expect(lastPrepared(talk)).toBe(3);
  });

  it('makes a talk of the figures where none is prepared, with their captions for notes', () => {
    const talk = composeTalk([], [{ id: 'live', title: 'Net', caption: 'Columns are steps.' }], 'en');
    expect(talk).toEqual([
      { id: 'live', at: 'live', title: 'Net', notes: ['Columns are steps.'], minutes: null, extra: false },
    ]);
    expect(lastPrepared(talk)).toBe(0);
  });
});

describe('findStop', () => {
  const talk = composeTalk(STOPS, FIGURES, 'en');
  it.each([
    [{ stop: 'race', figure: null }, 2, null],
    [{ stop: null, figure: 'race' }, 2, null],
    [{ stop: null, figure: 'backward' }, 4, null],
    [{ stop: 'gate', figure: 'race' }, 1, null],
    [{ stop: null, figure: null }, 0, null],
    [{ stop: 'nowhere', figure: null }, 0, 'nowhere'],
    [{ stop: 'nowhere', figure: 'race' }, 2, 'nowhere'],
    [{ stop: null, figure: 'nowhere' }, 0, null],
  ])('finds %j at %i', (wanted, index, missing) => {
    expect(findStop(talk, wanted)).toEqual({ index, missing });
  });
});

describe('fieldsAt', () => {
  it('says the same of a figure however one has come to a stop', () => {
    expect(fieldsAt(STOPS, 0, 'live')).toEqual({ t: null, walk: null, all: null });
    expect(fieldsAt(STOPS, 1, 'live')).toEqual({ t: '3', walk: '1', all: null });
    expect(fieldsAt(STOPS, 2, 'live')).toEqual({ t: '3', walk: '1', all: null });
    expect(fieldsAt(STOPS, 3, 'live')).toEqual({ t: '3', walk: null, all: '1' });
    expect(fieldsAt(STOPS, 3, 'backward')).toEqual({});
  });
});

describe('openingHash', () => {
  it('is a link of the figure', () => {
    expect(openingHash(STOPS, 0, 'live')).toBe('');
    expect(openingHash(STOPS, 1, 'live')).toBe('#figure=live&t=3&walk=1');
    expect(openingHash(STOPS, 0, 'race')).toBe('#figure=race&delay=10');
    expect(openingHash(STOPS, 3, 'backward')).toBe('');
  });
});

it('adds up the plan as far as there is one', () => {
  const talk = composeTalk([stop('a', 'live', {}, 1.5), stop('b', 'live', {}, 2)], FIGURES, 'en');
  expect(plannedUntil(talk, 0)).toBe(1.5);
  expect(plannedUntil(talk, 1)).toBe(3.5);
  expect(plannedUntil(talk, 2)).toBeNull();
});
