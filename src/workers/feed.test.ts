import { describe, expect, it } from 'vitest';
import { createRandom, createRandomFromState } from '../models/random.ts';
import { RECALL_CONFIG, TEXT_CONFIG } from './config.testkit.ts';
import { prepared } from './run.testkit.ts';

describe.each([
  ['a text', TEXT_CONFIG],
  ['recall', RECALL_CONFIG],
] as const)('%s', (_name, config) => {
  const run = prepared(config);

  it('shows the next batch without moving on', () => {
    const feed = run.createFeed(createRandom(1), 0);
    feed.take();
    const peeked = feed.peek();
    expect(feed.peek()).toEqual(peeked);
    expect(feed.take()).toEqual(peeked);
    expect(feed.take().ids).not.toEqual(peeked.ids);
  });

  it('goes on from its saved state', () => {
    const feed = run.createFeed(createRandom(1), 0);
    for (let i = 0; i < 5; i++) feed.take();
    const again = run.createFeed(createRandomFromState(feed.generator()), feed.position());
    for (let i = 0; i < 20; i++) expect(again.take()).toEqual(feed.take());
  });
});
