import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { EmbeddingRun, EmbeddingRunState } from '../../store/embedding-state.ts';
import { fileName, vectorsOf, writeFile } from './write-file.ts';

const TABLE = { words: ['new york', 'sea'], dimensions: 2, vectors: Float32Array.of(1, 2, 3, -0.5) };
const QUIET = { pause: () => Promise.resolve(), onShare() {}, isWanted: () => true };

describe('a file of vectors', () => {
  it('has a name, its bytes, and says what it could not write as it is', async () => {
    const file = await writeFile(TABLE, { of: 'Moby Dick', format: 'vec' }, QUIET);
    expect(file).toMatchObject({ name: 'Moby-Dick-2d.vec', words: 2, dimensions: 2, changed: 1 });
    expect(await file?.blob.text()).toBe('2 2\nnew_york 1 2\nsea 3 -0.5\n');
  });

  it('pauses, says how far it is, and stops when it is not wanted', async () => {
    const vectors = new Float32Array(400_000).map((_, i) => Math.sin(i));
    const words = Array.from({ length: 4000 }, (_, i) => `w${i}`);
    const shares: number[] = [];
    const stopped = await writeFile(
      { words, dimensions: 100, vectors },
      { of: 'x', format: 'glove' },
      { ...QUIET, onShare: (share) => shares.push(share), isWanted: () => shares.length < 3 },
    );
    expect(stopped).toBeNull();
    expect(shares).toHaveLength(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[2]).toBeLessThan(1);
  });

  it.each([
    ['宋词', '宋词-2d.txt'],
    ['../a b?', 'a-b-2d.txt'],
    ['', 'vectors-2d.txt'],
  ])('is called something that every system takes: %s', (of, name) => {
    expect(fileName(of, TABLE, 'glove')).toBe(name);
  });
});

describe('where vectors come from', () => {
  const run = (words: readonly string[] | null): EmbeddingRun =>
    ({
      store: createStore(() => ({ info: words && { words } }) as unknown as EmbeddingRunState),
      vectors: () => Promise.resolve({ dimensions: 2, input: TABLE.vectors, output: new Float32Array() }),
    }) as unknown as EmbeddingRun;

  it('is a table, or a run once it has words', async () => {
    const { words, dimensions, vectors } = TABLE;
    expect(await vectorsOf({ words, dimensions, input: vectors })).toMatchObject(TABLE);
    expect(await vectorsOf(run(words))).toMatchObject(TABLE);
    expect(await vectorsOf(run(null))).toBeNull();
  });
});
