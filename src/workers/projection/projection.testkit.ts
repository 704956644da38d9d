import { createRandom } from '../../models/random.ts';
import { createFakeScheduler } from '../loop.testkit.ts';
import type { RunId } from '../protocol.ts';
import { createProjectionHost } from './host.ts';
import type {
  FromProjectionWorker,
  ProjectionConfig,
  ProjectionFrameMessage,
  ProjectionOpened,
  ProjectionPoints,
  ProjectionQuery,
  ToProjectionWorker,
} from './protocol.ts';
import { REFERENCE_TOOLS } from './tools.ts';

export const TSNE: ProjectionConfig = {
  method: {
    kind: 'tsne',
    perplexity: 8,
    dimensions: 2,
    learningRate: 20,
    exaggeration: 12,
    exaggerationUntil: 50,
    lateExaggeration: 1,
    start: 'pca',
  },
  metric: 'euclid',
  seed: 1,
  until: 150,
};

export const withMethod = (change: object): ProjectionConfig =>
  ({ ...TSNE, method: { ...TSNE.method, ...change } }) as ProjectionConfig;
export const UMAP = withMethod({ kind: 'umap', neighbours: 10, minDistance: 0.1, epochs: 60 });
export const PCA = withMethod({ kind: 'pca', components: [0, 1] });

/** Clouds of `each` points about far corners of d dimensions, ids from 100; cloud of a point: `id % clouds`. */
export function cloudsOf(clouds: number, each: number, d: number, from = 100): ProjectionPoints {
  const random = createRandom(3 + from);
  const n = clouds * each;
  const ids = Int32Array.from({ length: n }, (_, i) => from + i);
  const vectors = Float32Array.from({ length: n * d }, (_, at) => {
    const cloud = (ids[Math.floor(at / d)] ?? 0) % clouds;
    return random.normal() + (at % d === cloud ? 30 : 0);
  });
  return { ids, vectors, dimensions: d };
}

/** The worker's side over the reference, with time that stands still. */
export function createFakePage() {
  const scheduler = createFakeScheduler();
  const posted: FromProjectionWorker[] = [];
  const run = 1 as RunId;
  let asked = 0;
  let commands = 0;
  const host = createProjectionHost({
    post: (message) => posted.push(message),
    scheduler,
    openTools: async (_request, trying) => {
      trying('js');
      return { choice: { tier: 'js', reasons: [] }, tools: REFERENCE_TOOLS };
    },
    lifeline: Promise.resolve(null),
    crash() {},
  });
  const tell = async (message: ToProjectionWorker) => {
    host.receive(message);
    await scheduler.settle(5000);
  };
  const lastOf = <Type extends FromProjectionWorker['type']>(type: Type) =>
    posted.findLast(
      (message): message is Extract<FromProjectionWorker, { type: Type }> => message.type === type,
    );
  const page = {
    posted,
    scheduler,
    host,
    lastOf,
    open(config: ProjectionConfig, points: ProjectionPoints, checkpoint: Uint8Array | null = null) {
      return tell({ type: 'init', run, config, points, pinned: null, excluded: [], checkpoint });
    },
    opened(): ProjectionOpened {
      const ready = lastOf('ready');
      if (!ready) throw new Error(`not opened: ${JSON.stringify(lastOf('failed'))}`);
      return ready.info;
    },
    play: (until: number) => tell({ type: 'play', run, command: ++commands, stepsPerSecond: null, until }),
    pause: () => tell({ type: 'pause', run, command: ++commands }),
    /** The frame of now. */
    async frame(): Promise<ProjectionFrameMessage> {
      const before = posted.length;
      await tell({ type: 'pause', run, command: ++commands });
      await tell({ type: 'credit', run, buffer: null });
      const frame = posted.slice(before).findLast((message) => message.type === 'frame');
      if (frame?.type !== 'frame') throw new Error(`no frame: ${JSON.stringify(lastOf('failed'))}`);
      return frame;
    },
    async ask(query: ProjectionQuery) {
      const id = ++asked;
      await tell({ type: 'query', run, id, query });
      const reply = posted.findLast((message) => message.type === 'reply' && message.id === id);
      return reply?.type === 'reply' ? reply.value : undefined;
    },
    async change(query: ProjectionQuery): Promise<ProjectionOpened> {
      const answer = await page.ask(query);
      if (!answer || !('opened' in answer))
        throw new Error(`not changed: ${JSON.stringify(lastOf('failed'))}`);
      return answer.opened;
    },
  };
  return page;
}

/** Place of every point, by id. */
export function placesById(ids: Int32Array, positions: Float32Array): Map<number, readonly number[]> {
  const m = positions.length / ids.length;
  return new Map([...ids].map((id, i) => [id, [...positions.subarray(i * m, (i + 1) * m)]]));
}
