import { describe, expect, it } from 'vitest';
import { TEXT_CONFIG } from './config.testkit.ts';
import { prepareRun } from './prepare.ts';
import type { RunConfig } from './protocol.ts';

function withText(text: string, changes: Partial<RunConfig> = {}): RunConfig {
  return {
    ...TEXT_CONFIG,
    task: { kind: 'next-symbol', text, level: 'character', vocabulary: 30 },
    ...changes,
  };
}

describe('a text', () => {
  it.each([[''], ['a']])('of fewer than two tokens is an error value: %j', (text) => {
    expect(prepareRun(withText(text))).toEqual({
      ok: false,
      failure: { code: 'text-too-short', found: text.length, needed: 2 },
    });
  });

  it('that is short gets fewer streams or steps, and says so', () => {
    const result = prepareRun(withText('abcdefgh', { batch: 4, steps: 20 }));
    expect(result.ok && result.run.info).toMatchObject({
      tokens: 8,
      batch: 1,
      steps: 7,
      notices: [
        { code: 'batch-reduced', asked: 4, used: 1 },
        { code: 'steps-reduced', asked: 20, used: 7 },
      ],
    });
  });

  it.each([['猫吃鱼。猫吃鱼。'], ['😀👩‍👩‍👧😀'], ['שלום עולם'], ['<b>constructor</b> __proto__']])(
    'of any script becomes tokens: %s',
    (text) => {
      const result = prepareRun(withText(text));
      expect(result.ok && result.run.info.vocabulary.slice(1).every((token) => text.includes(token))).toBe(
        true,
      );
    },
  );
});

it('counts the parameters of the model that it lays out', () => {
  const result = prepareRun(withText('abab', { hidden: 3, layers: 1 }));
  // LSTM, V = 3: 4·3·(3 + 3 + 1), head: 3·3 + 3.
  expect(result.ok && result.run.info.parameterCount).toBe(84 + 12);
});
