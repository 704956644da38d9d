import type { FrameClock } from '../frame-slot.ts';
import { createLastingRun, type LastingRun, type RunListener } from '../lasting-run.ts';
import type { WorkerLike, WorkerLineOptions } from '../worker-line.ts';
import type { ProjectionRun, ProjectionStart } from './protocol.ts';
import { createSharedWorker } from './shared.ts';

export { type Places, readPlaces, writePlaces } from './places.ts';
export { joinPoints, withoutPoints } from './points.ts';

export interface ProjectionClientOptions extends RunListener<ProjectionRun> {
  /** As a worker is to begin, the first and every later one. */
  readonly start: () => ProjectionStart;
  /** Places to go on from (`writePlaces`). */
  readonly places: Uint8Array | null;
  /** One worker for all small maps of the page; absent: a worker of its own. */
  readonly isSmall?: boolean;
  readonly createWorker?: () => WorkerLike;
  readonly watchWorker?: WorkerLineOptions['watch'];
  readonly clock?: FrameClock;
}

/** One map, whatever becomes of the workers that make it. */
export type ProjectionClient = LastingRun<ProjectionRun>;

/** Vite finds the worker by this very expression. */
function startWorker(): WorkerLike {
  return new Worker(new URL('./projection.worker.ts', import.meta.url), {
    type: 'module',
    name: 'projection',
  });
}

const startSmall = createSharedWorker(startWorker);

/** The page's side of a map. The places of a frame can be read until the next one comes: only then they go back. */
export function createProjectionClient(options: ProjectionClientOptions): ProjectionClient {
  const { places, watchWorker, isSmall = false, ...rest } = options;
  let shown: ArrayBuffer | null = null;
  return createLastingRun<ProjectionRun>({
    createWorker: isSmall ? startSmall : startWorker,
    ...rest,
    watch: watchWorker,
    checkpoint: places,
    bufferOf({ positions }) {
      const back = shown;
      shown = positions.buffer;
      return back;
    },
  });
}
