import { describe, expect, it } from 'vitest';
import { checkLessons, type LessonSource } from './check.ts';
import type { LessonMeta } from './schema.ts';

const META: LessonMeta = {
  part: 'sequences',
  order: 70,
  title: { en: 'GRU', zh: 'GRU' },
  summary: { en: 'A gate.', zh: '一个门。' },
  minutes: 10,
  figures: 1,
  checkpoints: ['keep'],
  prerequisites: ['rnn'],
  controls: [],
  trainer: [],
};
const PAGE = 'Text.\n\n<Checkpoint id="keep" answer={1}>\n</Checkpoint>\n';

const lesson = (changes: Partial<LessonSource> = {}, meta: object = {}): LessonSource => ({
  slug: 'gru',
  meta: { ...META, ...meta },
  pages: { en: PAGE, zh: PAGE },
  figures: [],
  stops: undefined,
  ...changes,
});
const problems = (...lessons: LessonSource[]): string => checkLessons(lessons).join('\n');

describe('checkLessons', () => {
  it('finds nothing wrong with lessons in order', () => {
    expect(
      checkLessons([lesson(), lesson({ slug: 'lstm' }, { order: 80, prerequisites: ['gru', 'vanishing'] })]),
    ).toEqual([]);
    expect(checkLessons([])).toEqual([]);
  });

  it('names a duplicate slug', () => {
    expect(problems(lesson(), lesson({ slug: 'GRU' }, { order: 90 }))).toContain('gru: duplicate slug');
  });

  it('names the lessons that share an order within a part, not across parts', () => {
    expect(problems(lesson(), lesson({ slug: 'lstm' }))).toContain('gru, lstm: the same part and order');
    expect(problems(lesson(), lesson({ slug: 'tsne' }, { part: 'embeddings' }))).toBe('');
  });

  it.each(['en', 'zh'] as const)('misses a page in %s', (locale) => {
    const pages = { en: PAGE, zh: PAGE, [locale]: null };
    expect(problems(lesson({ pages }))).toContain(`gru: has no ${locale}.mdx`);
  });

  it('misses a title and a summary in a language', () => {
    expect(problems(lesson({}, { title: { en: 'GRU', zh: ' ' } }))).toContain('no title in "zh"');
    expect(problems(lesson({}, { summary: { zh: '门' } }))).toContain('no summary in "en"');
  });

  it('names two places of one page that have one name', () => {
    const page = `${PAGE}<GateFigure\n  id="keep" />\n`;
    expect(problems(lesson({ pages: { en: page, zh: PAGE } }))).toContain(
      'two places called "keep" in en.mdx',
    );
  });

  it('names an unknown prerequisite, and a lesson that needs itself', () => {
    expect(problems(lesson({}, { prerequisites: ['calculus'] }))).toContain(
      'unknown prerequisite "calculus"',
    );
    expect(problems(lesson({}, { prerequisites: ['gru'] }))).toContain('names itself');
  });

  it('refuses a slug that is not planned, or planned elsewhere', () => {
    expect(problems(lesson({ slug: 'cooking' }))).toContain('cooking: is not a planned lesson');
    expect(problems(lesson({}, { part: 'embeddings' }))).toContain('is planned in "sequences"');
  });

  it('wants orders in tens and whole minutes', () => {
    for (const order of [0, -10, 75, 1.5])
      expect(problems(lesson({}, { order }))).toContain('multiple of 10');
    expect(problems(lesson({}, { minutes: 0 }))).toContain('minutes 0');
  });

  it('wants a lesson.ts', () => {
    expect(problems(lesson({ meta: null }))).toContain('no lesson.ts');
    expect(problems(lesson({ meta: 'GRU' }))).toContain('no lesson.ts');
  });

  it('compares the checkpoints of lesson.ts and both pages', () => {
    const other = PAGE.replace('keep', 'forgotten');
    expect(problems(lesson({ pages: { en: PAGE, zh: other } }))).toContain(
      '"forgotten" on a page, but not in lesson.ts',
    );
    expect(problems(lesson({ pages: { en: PAGE, zh: 'Text.' } }))).toContain('other checkpoints in en.mdx');
    expect(problems(lesson({}, { checkpoints: ['keep', 'keep'] }))).toContain('"keep" twice');
  });

  it('wants a URL key of its own for every control', () => {
    const seed = { kind: 'number', key: 's', initial: 1, min: 0, max: 9, step: 1 } as const;
    const steps = { ...seed, key: 's' } as const;
    expect(problems(lesson({}, { controls: [seed, steps] }))).toContain('URL key "s" twice');
  });

  describe('of a talk', () => {
    const STOP = { id: 'open-gate', at: 'keep', title: { en: 'A', zh: '甲' }, notes: { en: 'B', zh: '乙' } };
    const about = (changes: object, source: Partial<LessonSource> = {}): string =>
      problems(lesson({ stops: [{ ...STOP, ...changes }], ...source }));

    it('finds nothing wrong with a stop at a checkpoint, a figure of a component, or a board', () => {
      expect(about({})).toBe('');
      expect(about({ at: 'live' }, { figures: ['<UnrolledFigure id="live" defaults={D}>'] })).toBe('');
      const pages = { en: '<Board id="line">', zh: '<Board id="line">' };
      expect(problems(lesson({ stops: [{ ...STOP, at: 'line' }], pages }, { checkpoints: [] }))).toBe('');
    });

    it('names a stop that shows nothing, in the language where it does not', () => {
      expect(about({ at: 'live' })).toContain('"open-gate" that shows "live"');
      const pages = { en: `${PAGE}<Figure id="race">`, zh: PAGE };
      expect(about({ at: 'race' }, { pages })).toContain('has that id in zh');
      expect(about({ at: 'race' }, { pages })).not.toContain('has that id in en');
      expect(about({ at: 'forget' }, { figures: ['<Term id="forget">'] })).toContain('shows "forget"');
    });

    it('wants titles and notes in both languages, a name, a length, a state that fits a link', () => {
      expect(about({ title: { en: 'A', zh: ' ' } })).toContain('no title in "zh"');
      expect(about({ notes: { zh: '乙' } })).toContain('no notes in "en"');
      expect(about({ id: 'Open gate' })).toContain('is no name');
      expect(about({ minutes: 0 })).toContain('minutes 0');
      expect(about({ state: { fields: {}, faults: ['at = 99'] } })).toContain('wants at = 99');
    });

    it('wants a list, and every name once', () => {
      expect(problems(lesson({ stops: 'talk' }))).toContain('exports no list');
      expect(problems(lesson({ stops: [] }))).toContain('exports no list');
      expect(problems(lesson({ stops: null }))).toContain('exports no list');
      expect(problems(lesson({ stops: [STOP, STOP] }))).toContain('"open-gate" twice');
    });
  });
});
