import { describe, expect, it } from 'vitest';
import { createRandom } from '../models/random.ts';
import { TAGGING_CONFIG, TEXT_CONFIG } from './config.testkit.ts';
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

describe('a generated task', () => {
  const result = prepareRun(TAGGING_CONFIG);
  if (!result.ok) throw new Error(result.failure.code);
  const { info, network, createFeed } = result.run;

  it('says what is read and what is said, and is as long as its longest sequence', () => {
    expect(info).toMatchObject({ classes: ['other', 'name'], batch: 6, steps: 8, tokens: 0, notices: [] });
    expect(info.vocabulary).toContain('Teddy');
    expect(network).toMatchObject({ inputs: info.vocabulary.length, classes: 2, directions: 'concat' });
  });

  it('gives batches of one length, with what is behind an end masked', () => {
    const feed = createFeed(createRandom(1), 0);
    const masks = Array.from({ length: 20 }, () => {
      const { ids, targets, mask, restart } = feed.take();
      expect([ids.length, targets.length, restart]).toEqual([48, 48, true]);
      return mask ?? [];
    });
    expect(masks.flatMap((mask) => [...mask])).toContain(0);
  });

  it('peeks at what it gives next', () => {
    const feed = createFeed(createRandom(1), 0);
    const peeked = feed.peek();
    expect(feed.take()).toEqual(peeked);
    expect(feed.peek()).not.toEqual(peeked);
  });
});
