import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Progress } from './progress.ts';
import { gained, mergeProgress, readProgressFile, writeProgressFile } from './progress-file.ts';

const MINE: Progress = {
  lstm: { passed: ['new-cell', 'keep-cell'], finished: false },
  gru: { passed: [], finished: true },
};
const OTHER: Progress = {
  lstm: { passed: ['keep-cell', 'torch-rows'], finished: true },
  rnn: { passed: ['same'], finished: false },
};

const progress = fc.dictionary(
  fc.string(),
  fc.record({ passed: fc.uniqueArray(fc.string()), finished: fc.boolean() }),
);

describe('a progress file', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(progress, (lessons) => {
        expect(readProgressFile(writeProgressFile(lessons))).toEqual({ ok: true, lessons, damaged: false });
      }),
    );
  });

  it('may come through an editor that marks the beginning of a file', () => {
    expect(readProgressFile(`\uFEFF${writeProgressFile(MINE)}`)).toMatchObject({ ok: true, lessons: MINE });
  });

  it.each([
    ['', 'settings.import-not-json'],
    ['{"product":', 'settings.import-not-json'],
    [' '.repeat(1_000_001), 'settings.import-too-long'],
    ['null', 'settings.import-other'],
    ['[1]', 'settings.import-other'],
    ['{"lessons":{}}', 'settings.import-other'],
    ['{"product":"unrolled","kind":"figure","version":1}', 'settings.import-other'],
    ['{"product":"unrolled","kind":"progress","version":1,"lessons":[]}', 'settings.import-other'],
    ['{"product":"unrolled","kind":"progress","version":2,"lessons":{}}', 'settings.import-newer'],
  ])('%#: is refused by name', (text, code) => {
    expect(readProgressFile(text)).toMatchObject({ ok: false, fault: { code } });
  });

  it('says what was found instead', () => {
    const figure = readProgressFile('{"product":"unrolled","kind":"figure","version":1}');
    expect(figure).toMatchObject({ fault: { found: 'figure' } });
    const newer = readProgressFile('{"product":"unrolled","kind":"progress","version":7,"lessons":{}}');
    expect(newer).toMatchObject({ fault: { found: '7' } });
  });

  it('gives what is whole of a damaged one, and says so', () => {
    const text =
      '{"product":"unrolled","kind":"progress","version":1,"lessons":{"lstm":{"passed":["a"]},"gru":5}}';
    expect(readProgressFile(text)).toEqual({
      ok: true,
      lessons: { lstm: { passed: ['a'], finished: false } },
      damaged: true,
    });
  });
});

describe('mergeProgress', () => {
  it('loses nothing of either', () => {
    const merged = mergeProgress(MINE, OTHER);
    expect(merged).toEqual({
      lstm: { passed: ['new-cell', 'keep-cell', 'torch-rows'], finished: true },
      gru: { passed: [], finished: true },
      rnn: { passed: ['same'], finished: false },
    });
    expect(gained(MINE, merged)).toEqual({ lessons: 1, checkpoints: 2 });
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(progress, progress, (mine, other) => {
        const once = mergeProgress(mine, other);
        expect(mergeProgress(once, other)).toEqual(once);
        expect(mergeProgress(mine, mine)).toEqual(mine);
      }),
    );
  });
});
