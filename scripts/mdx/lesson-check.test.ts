import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLessons } from '../../src/lessons/check.ts';
import { readLessons } from './lesson-check.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lessons-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (slug: string, files: Readonly<Record<string, string>>): void => {
  mkdirSync(join(folder, slug));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, slug, name), text);
};

describe('readLessons', () => {
  it('reads metadata and pages from disk, and what is missing as missing', async () => {
    put('gru', {
      'lesson.ts': "const part: string = 'sequences';\nexport const lesson = { part };\n",
      'en.mdx': 'Hello',
      'stops.ts': "export const stops: readonly { id: string }[] = [{ id: 'a' }];\n",
    });
    put('rnn', {});
    const lessons = await readLessons(folder);
    expect(lessons).toEqual([
      {
        slug: 'gru',
        meta: { part: 'sequences' },
        pages: { en: 'Hello', zh: null },
        figures: [],
        stops: [{ id: 'a' }],
      },
      { slug: 'rnn', meta: null, pages: { en: null, zh: null }, figures: [], stops: undefined },
    ]);
    expect(checkLessons(lessons)).toContain('gru: has no zh.mdx');
  });

  it('finds the lessons of this repository in order', async () => {
    const lessons = await readLessons(fileURLToPath(new URL('../../src/lessons', import.meta.url)));
    expect(lessons.length).toBeGreaterThan(0);
    expect(checkLessons(lessons)).toEqual([]);
  });
});
