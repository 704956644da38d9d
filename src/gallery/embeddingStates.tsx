import { type ComponentProps, useRef, useState } from 'react';
import { RunNews } from '../instruments/embeddings/RunNews.tsx';
import { TrainBar } from '../instruments/embeddings/TrainBar.tsx';
import { useEmbeddingRun } from '../instruments/embeddings/useEmbeddingRun.ts';
import { useEmbeddingState } from '../instruments/embeddings/useEmbeddingState.ts';
import { EMBEDDING_CONFIG as CONFIG } from './embeddingConfig.ts';
import styles from './gallery.module.css';
import type { GalleryState } from './galleryTypes.ts';

type State = NonNullable<ComponentProps<typeof TrainBar>['state']>;
type Frame = NonNullable<State['frame']>;

const REQUEST = {
  persistKey: 'gallery/embedding-run',
  watch: { neighbours: { words: ['king'], count: 3 } },
};

/** A run of word2vec on a few sentences, for real. */
function LiveRun() {
  const frame = useRef<HTMLDivElement>(null);
  const [seed, setSeed] = useState(CONFIG.seed);
  const run = useEmbeddingRun(frame, { ...CONFIG, seed }, REQUEST);
  const state = useEmbeddingState(run);
  const words = state?.info?.words;
  const nearest = state?.frame?.view.neighbours[0]?.nearest ?? [];
  return (
    <div ref={frame} className={styles.stack}>
      <TrainBar run={run} state={state} seed={{ value: seed, onChange: setSeed }} />
      <RunNews run={run} state={state} />
      <p data-testid="nearest">
        king: {nearest.map(({ id, cosine }) => `${words?.[id]} ${cosine.toFixed(2)}`).join(', ')}
      </p>
    </div>
  );
}

const stats = { step: 4210, loss: 2.3456, read: 68_000, all: 160_000, learningRate: 0.028_75 };
const FRAME: Frame = {
  stats,
  stepsPerSecond: 900,
  wordsPerSecond: 212_345,
  playing: true,
  done: false,
  view: { neighbours: [], input: [], output: [], prediction: null, moved: null, texts: [] },
  heldOut: null,
};
const IDLE: State = {
  phase: 'starting',
  config: CONFIG,
  preparing: null,
  info: null,
  choice: { tier: 'wasm', reasons: [{ code: 'wasm-gears', threads: 1, relaxed: 'yes' }] },
  frame: null,
  curve: [],
  failure: null,
  goodStep: 0,
  notices: [],
};
const DONE = { ...FRAME, playing: false, done: true, stats: { ...stats, read: stats.all } };

/** What a run says at some moments; these runs have no worker. */
const MOMENTS: readonly (readonly [string, State])[] = [
  ['reading', { ...IDLE, preparing: { done: 31_000_000, total: 50_000_000 } }],
  ['playing', { ...IDLE, phase: 'playing', frame: FRAME }],
  ['done', { ...IDLE, phase: 'done', frame: DONE }],
  [
    'diverged',
    {
      ...IDLE,
      phase: 'failed',
      frame: FRAME,
      goodStep: 3900,
      failure: { code: 'diverged', step: 4211, learningRate: 1000 },
    },
  ],
  [
    'told',
    {
      ...IDLE,
      phase: 'paused',
      frame: { ...FRAME, playing: false },
      notices: [
        { code: 'clamped', what: 'dimensions', asked: 0, used: 2 },
        { code: 'clamped', what: 'window', asked: 1e9, used: 100 },
        { code: 'words-reduced', asked: 1_234_567, used: 100_000 },
        { code: 'restored', step: 4210 },
      ],
    },
  ],
];

const nothing = () => {};
/** Every command is heard by nobody. */
const NO_RUN = new Proxy({}, { get: () => nothing }) as NonNullable<ComponentProps<typeof TrainBar>['run']>;

export const EMBEDDING_STATES: readonly GalleryState[] = [
  { id: 'embedding-run', title: 'Word vectors that train', render: () => <LiveRun /> },
  {
    id: 'embedding-moments',
    title: 'What a run of word vectors says',
    render: () => (
      <div className={styles.stack}>
        {MOMENTS.map(([name, state]) => (
          <div key={name} className={styles.stack} data-moment={name}>
            <TrainBar run={NO_RUN} state={state} seed={{ value: 42, onChange: nothing }} />
            <RunNews run={NO_RUN} state={state} />
          </div>
        ))}
      </div>
    ),
  },
];
