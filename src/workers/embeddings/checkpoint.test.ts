import { describe, expect, it } from 'vitest';
import { writeFile } from '../checkpoint-file.ts';
import {
  embeddingFingerprint,
  inspectEmbeddings,
  isStateOfEmbeddings,
  readEmbeddingCheckpoint,
  textHashOf,
  writeEmbeddingCheckpoint,
} from './checkpoint.ts';
import { WORDS_CONFIG, withMethod } from './embeddings.testkit.ts';
import type { TrainerNumbers } from './method.ts';

const facts = { tier: 'wasm', config: WORDS_CONFIG, textHash: textHashOf(WORDS_CONFIG) } as const;
const NUMBERS: TrainerNumbers = {
  stats: { step: 3, loss: 1.5, read: 40, all: 100, learningRate: 0.06 },
  facts: { sentences: 3, generator: [1, 2, 3, 4] },
  precision: 32,
  sections: [Float32Array.of(1, -2.5), Float32Array.of(0.125)],
};

describe('a checkpoint of embeddings', () => {
  it('reads back what was written, without the text', () => {
    const bytes = writeEmbeddingCheckpoint(facts, NUMBERS);
    const read = readEmbeddingCheckpoint(bytes);
    if (!read.ok) throw new Error(read.fault);
    const { saved, tier, config, textHash } = read.value;
    expect({ tier, textHash }).toEqual({ tier: 'wasm', textHash: facts.textHash });
    expect(saved.stats).toEqual(NUMBERS.stats);
    expect(saved.facts).toEqual(NUMBERS.facts);
    expect(saved.sections).toEqual([Float64Array.of(1, -2.5), Float64Array.of(0.125)]);
    expect(config.source.text).toBe('');
    expect(isStateOfEmbeddings(read.value, WORDS_CONFIG)).toBe(true);
  });

  it('keeps a loss that is not there yet', () => {
    const stats = { ...NUMBERS.stats, step: 0, loss: Number.NaN };
    const read = inspectEmbeddings(writeEmbeddingCheckpoint(facts, { ...NUMBERS, stats }));
    expect(read.ok && read.value.stats).toEqual(stats);
  });

  it('belongs to any learning rate, and to no other text, method or seed', () => {
    const others = [
      { ...WORDS_CONFIG, seed: 8 },
      { ...WORDS_CONFIG, dimensions: 7 },
      { ...WORDS_CONFIG, source: { ...WORDS_CONFIG.source, text: 'another text' } },
      withMethod({ window: 3 }),
      withMethod({ output: { kind: 'full' } }),
    ];
    for (const other of others) expect(isStateOfEmbeddings(facts, other)).toBe(false);
    expect(isStateOfEmbeddings(facts, { ...WORDS_CONFIG, learningRate: 9 })).toBe(true);
    const { source, ...rest } = WORDS_CONFIG;
    expect(embeddingFingerprint({ ...rest, source })).toBe(embeddingFingerprint(WORDS_CONFIG));
  });

  it('is not written of numbers that are none', () => {
    const sections = [Float32Array.of(1, Number.NaN)];
    const write = () => writeEmbeddingCheckpoint(facts, { ...NUMBERS, sections });
    expect(write).toThrow(
      expect.objectContaining({ failure: { code: 'diverged', step: 3, learningRate: 0.06 } }),
    );
  });

  it('says what is wrong with bytes of any kind', () => {
    const bytes = writeEmbeddingCheckpoint(facts, NUMBERS);
    const faultOf = (given: Uint8Array) => {
      const read = readEmbeddingCheckpoint(given);
      return read.ok ? null : read.fault;
    };
    expect(faultOf(new Uint8Array(3))).toBe('not-a-checkpoint');
    expect(faultOf(bytes.slice(0, -4))).toBe('truncated');
    const changed = bytes.slice();
    changed[changed.length - 1]! ^= 1;
    expect(faultOf(changed)).toBe('damaged');
    expect(faultOf(writeFile({ config: {}, step: 1 }, 32, []))).toBe('other-run');
  });
});
