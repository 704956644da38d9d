import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFile, word2vecFile } from '../../../models/vectors/read/foreign-files.testkit.ts';
import { openedFiles, zipOf } from './intake.testkit.ts';

const ROWS = Array.from({ length: 400 }, (_, i) => [`w${i}`, [Math.sin(i), Math.cos(i), i]] as const);
const changes = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)),
  {
    minLength: 1,
    maxLength: 3,
  },
);
const ends = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
const runs = process.env.DEEP ? 5000 : 150;

async function check(bytes: Uint8Array, name: string): Promise<void> {
  const result = await openedFiles([new File([new Uint8Array(bytes)], name)]);
  const source = result.ok ? result.source : result.good;
  if (!result.ok) expect(result.fault.code).not.toBe('stopped');
  if (source) expect(source.rows.count).toBe(source.words.length);
}

function changed(
  file: Uint8Array,
  list: readonly (readonly [number, number])[],
  end: number | null,
): Uint8Array {
  const bytes = file.slice(0, end === null ? file.length : Math.floor(end * file.length));
  for (const [at, byte] of list) bytes[Math.floor(at * bytes.length)] = byte;
  return bytes;
}

describe('packed files that were changed anywhere give a table or a fault', () => {
  it.each([
    ['text', new Uint8Array(gzipSync(textFile(ROWS)))],
    ['binary', new Uint8Array(gzipSync(word2vecFile(ROWS)))],
  ])('.gz of %s', async (_, file) => {
    await fc.assert(
      fc.asyncProperty(changes, ends, (list, end) => check(changed(file, list, end), 'a.gz')),
      { numRuns: runs },
    );
  });

  it('.zip', async () => {
    const file = await (await zipOf([new File([textFile(ROWS)], 'a.txt'), new File(['x'], 'b.txt')])).bytes();
    await fc.assert(
      fc.asyncProperty(changes, ends, (list, end) => check(changed(file, list, end), 'a.zip')),
      { numRuns: runs },
    );
  });
});
