import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeScheduler, type FakeScheduler } from '../loop.testkit.ts';
import type { RunId } from '../protocol.ts';
import { prepareRun, startOf, WORDS_CONFIG, withMethod } from './embeddings.testkit.ts';
import { createEmbeddingHost } from './host.ts';
import { loadMethod } from './methods/registry.ts';
import type {
  EmbeddingAnswer,
  EmbeddingConfig,
  EmbeddingFrame,
  EmbeddingQuery,
  FromEmbeddingWorker,
  ToEmbeddingWorker,
} from './protocol.ts';

const RUN = 1 as RunId;
let scheduler: FakeScheduler;
let posted: FromEmbeddingWorker[];
let host: ReturnType<typeof createEmbeddingHost>;

beforeEach(() => {
  scheduler = createFakeScheduler();
  posted = [];
  host = createEmbeddingHost({
    post: (message) => posted.push(message),
    scheduler,
    loadMethod,
    openTrainer: async (_request, run, start, trying) => {
      trying('js');
      const trainer = run.createReference(start);
      return { choice: { tier: 'js', reasons: [{ code: 'pinned' }] }, trainer, close() {} };
    },
    lifeline: Promise.resolve(null),
    crash: () => {},
  });
});

async function init(config: EmbeddingConfig = WORDS_CONFIG, checkpoint: Uint8Array | null = null) {
  host.receive({ type: 'init', run: RUN, config, watch: {}, pinned: null, excluded: [], checkpoint });
  await settle();
}

/** The first run of a method fetches it: real time. */
async function settle() {
  await loadMethod('word2vec');
  await scheduler.settle(5000);
}

async function tell(message: Omit<Extract<ToEmbeddingWorker, { type: 'play' }>, 'run'> | { type: 'credit' }) {
  const whole = message.type === 'credit' ? { ...message, buffer: null } : message;
  host.receive({ ...whole, run: RUN });
  await settle();
}
const PLAY = { type: 'play', command: 1, stepsPerSecond: null, until: null } as const;

async function ask(query: EmbeddingQuery): Promise<EmbeddingAnswer> {
  host.receive({ type: 'query', run: RUN, id: 5, query });
  await settle();
  const reply = posted.findLast((message) => message.type === 'reply');
  if (reply?.type !== 'reply') throw new Error('no reply');
  return reply.value;
}
const lastFrame = (): EmbeddingFrame => {
  const frame = posted.findLast((message) => message.type === 'frame');
  if (frame?.type !== 'frame') throw new Error('no frame');
  return frame;
};
const failure = () => {
  const failed = posted.findLast((message) => message.type === 'failed');
  return failed?.type === 'failed' ? failed.failure : null;
};

describe('a run of embeddings', () => {
  it('says what it read, trains to its end, and rests there', async () => {
    const config = withMethod({ epochs: 40 });
    await init(config);
    expect(posted.map(({ type }) => type)).toEqual(['trying', 'ready', 'saved']);
    await tell({ type: 'credit' });
    expect(lastFrame()).toMatchObject({ done: false, playing: false, stats: { step: 0, read: 0 } });
    await tell(PLAY);
    await tell({ type: 'credit' });
    const { done, playing, stats, curve } = lastFrame();
    expect({ done, playing }).toEqual({ done: true, playing: false });
    expect(stats.read).toBe(stats.all);
    const { info } = await prepareRun(config);
    expect(stats.step).toBe(40 * info.steps);
    const late = curve.slice(-50);
    expect(late.reduce((sum, { loss }) => sum + loss / late.length, 0)).toBeLessThan(0.8 * info.guessing);
  });

  it('goes on from its checkpoint to the very numbers of a run that never stopped', async () => {
    const run = await prepareRun(WORDS_CONFIG);
    const whole = run.createReference(startOf(WORDS_CONFIG));
    whole.step(Number.POSITIVE_INFINITY);
    const half = run.createReference(startOf(WORDS_CONFIG));
    half.step(17);
    await init(WORDS_CONFIG, half.checkpoint());
    await tell(PLAY);
    expect(await ask({ kind: 'checkpoint' })).toEqual(whole.checkpoint());
  });
});

describe('bad input', () => {
  const text = (words: string, changes = {}) => ({
    ...WORDS_CONFIG,
    source: { ...WORDS_CONFIG.source, text: words, ...changes },
  });
  it.each([
    ['nothing', text(''), { code: 'no-words' }],
    ['punctuation', text('… — !'), { code: 'no-words' }],
    ['one word', text('word'), { code: 'one-word', word: 'word' }],
    ['one word repeated', text('word word word'), { code: 'one-word', word: 'word' }],
    ['words that never meet', text('one. two. three.'), { code: 'no-pairs' }],
    [
      'words that are too rare',
      text('a a b', { minCount: 9 }),
      { code: 'min-count', minCount: 9, word: 'a', most: 2 },
    ],
  ])('%s is told of', async (_what, config, expected) => {
    await init(config);
    expect(failure()).toEqual(expected);
  });

  it('is told of numbers that grow beyond all bounds, and keeps what was saved before', async () => {
    await init({ ...withMethod({ epochs: 500 }), learningRate: 1e9 });
    await tell(PLAY);
    expect(failure()).toMatchObject({ code: 'diverged' });
    expect(posted.some((message) => message.type === 'saved' && message.step === 0)).toBe(true);
  });

  it('takes bytes of another run for what they are', async () => {
    const run = await prepareRun(WORDS_CONFIG);
    const other = withMethod({ window: 3 });
    const bytes = run.createReference(startOf(other)).checkpoint();
    await init(WORDS_CONFIG, bytes);
    expect(failure()).toEqual({ code: 'bad-checkpoint', detail: 'other-run' });
  });

  it('takes settings to their limits and says so', async () => {
    await init({ ...withMethod({ window: 0 }), dimensions: 0, seed: Number.NaN });
    const ready = posted.find((message) => message.type === 'ready');
    expect(ready?.type === 'ready' && ready.info.notices).toEqual([
      { code: 'clamped', what: 'dimensions', asked: 0, used: 2 },
      { code: 'clamped', what: 'seed', asked: Number.NaN, used: 0 },
      { code: 'clamped', what: 'window', asked: 0, used: 1 },
    ]);
  });
});
