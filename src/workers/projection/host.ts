import { createRandom } from '../../models/random.ts';
import { createLoop, type Loop, type LoopMessage } from '../loop.ts';
import type { FailedTier, RunId, Tier, TierChoice } from '../protocol.ts';
import { failureOf } from '../run-error.ts';
import type { Scheduler } from '../scheduler.ts';
import { command, inSlices, type ServedRun, serve } from '../serve.ts';
import { type BareProjectionFrame, createProjectionFramer } from './framer.ts';
import type { MapEngine } from './map-engine.ts';
import { type Places, readPlaces, writePlaces } from './places.ts';
import { joinPoints, withoutPoints } from './points.ts';
import { type MapRequest, type PreparedMap, prepareMap } from './prepare.ts';
import type {
  FromProjectionWorker,
  ProjectionAnswer,
  ProjectionChange,
  ProjectionConfig,
  ProjectionFailure,
  ProjectionOpened,
  ProjectionPoints,
  ProjectionQuery,
  ProjectionQuestion,
  ToProjectionWorker,
} from './protocol.ts';
import { answerQuestion } from './questions.ts';
import type { MapTools } from './tools.ts';
import { createMapTrainer, type MapTrainer } from './trainer.ts';

export interface OpenedTools {
  readonly choice: TierChoice;
  readonly tools: MapTools;
}

export interface ProjectionHostOptions {
  readonly post: (message: FromProjectionWorker, transfer: readonly ArrayBuffer[]) => void;
  readonly scheduler: Scheduler;
  readonly openTools: (
    request: { readonly pinned: Tier | null; readonly excluded: readonly FailedTier[] },
    trying: (tier: Tier) => void,
  ) => Promise<OpenedTools>;
  /** The lock that is held for as long as the worker lives; null where there are no locks. */
  readonly lifeline: Promise<string | null>;
  /** Ends the worker as an uncaught error would (`simulate-fault`). */
  readonly crash: () => void;
}

type Init = Extract<ToProjectionWorker, { type: 'init' }>;

interface LiveMap extends ServedRun {
  readonly id: RunId;
  readonly host: ProjectionHostOptions;
  readonly opened: OpenedTools;
  readonly trainer: MapTrainer;
  readonly isWanted: () => boolean;
  map: PreparedMap;
  /** As asked, before limits. */
  config: ProjectionConfig;
  points: ProjectionPoints;
  revision: number;
  /** Changes asked for: of several that wait only the last is made, which sees what all of them said. */
  changes: number;
  /** Whether the next map begins anew, from no places of before. */
  isAnew: boolean;
}

/** The worker's side: points and a method in, frames of the map out. */
export function createProjectionHost(host: ProjectionHostOptions): {
  receive(message: ToProjectionWorker): void;
  /** Frees everything: for a worker that serves several maps and goes on. */
  end(): void;
} {
  let live: LiveMap | null = null;
  let hasEnded = false;
  const close = () => {
    live?.loop.dispose();
    live?.close();
    live = null;
  };
  const { receive } = serve<ToProjectionWorker, LiveMap>({
    lifeline: host.lifeline,
    post: host.post,
    async start(init, isWanted) {
      live = await startMap(init, host, () => isWanted() && !hasEnded);
      const made = live;
      if (hasEnded) close();
      return made;
    },
    obey,
  });
  return {
    receive,
    end() {
      hasEnded = true;
      close();
    },
  };
}

/** Null when the map could not begin, and the page was told why, or when nobody wants it any more. */
async function startMap(
  init: Init,
  host: ProjectionHostOptions,
  isWanted: () => boolean,
): Promise<LiveMap | null> {
  const { run, pinned, excluded, config, points } = init;
  try {
    const trying = (tier: Tier) => host.post({ type: 'trying', run, tier }, []);
    const opened = await host.openTools({ pinned, excluded }, trying);
    const places = init.checkpoint && readPlaces(init.checkpoint);
    const request = { config, points, places, before: null };
    const map = await prepare(request, opened.tools, { host, run, isWanted });
    return map && (await openMap(init, map, opened, host, isWanted));
  } catch (error) {
    host.post({ type: 'failed', run, failure: failureAsTold(error, points.ids.length) }, []);
    return null;
  }
}

interface Around {
  readonly host: ProjectionHostOptions;
  readonly run: RunId;
  readonly isWanted: () => boolean;
}

/** Null: nobody wants it any more, or it failed and the page was told. */
async function prepare(
  request: MapRequest,
  tools: MapTools,
  { host, run, isWanted }: Around,
): Promise<PreparedMap | null> {
  const { post, scheduler } = host;
  const total = request.points.ids.length;
  const report = (done: number) => post({ type: 'preparing', run, done, total }, []);
  const prepared = await inSlices(prepareMap(request, tools), { scheduler, report, isWanted });
  if (!prepared) return null;
  if (prepared.ok) return prepared.map;
  post({ type: 'failed', run, failure: prepared.failure }, []);
  return null;
}

async function openMap(
  { run: id, config, points }: Init,
  map: PreparedMap,
  opened: OpenedTools,
  host: ProjectionHostOptions,
  isWanted: () => boolean,
): Promise<LiveMap> {
  const { post, scheduler } = host;
  const places = (engine: MapEngine) => writePlaces(placesOf(live.map, engine));
  const trainer = createMapTrainer(await map.createEngine(), scheduler, places);
  const live = {
    id,
    host,
    opened,
    trainer,
    isWanted,
    map,
    config,
    points,
    revision: 1,
    changes: 0,
    isAnew: false,
    close: () => opened.tools.dispose(),
  };
  const info = openedOf(live);
  post({ type: 'ready', run: id, info, choice: info.choice, step: trainer.stepsDone }, []);
  const loop = createLoop<BareProjectionFrame>({
    trainer,
    scheduler,
    openFramer: (parts) =>
      createProjectionFramer({
        ...parts,
        scheduler,
        map: () => ({ engine: trainer.engine, revision: live.revision, until: live.map.config.until }),
      }),
    send: (message, transfer) => post(asTold(message, id), transfer),
    saveEveryMs: SAVE_MS,
  });
  return Object.assign(live, { loop });
}

/** Places are small: a worker that dies takes little with it. */
const SAVE_MS = 1500;

function asTold(message: LoopMessage<BareProjectionFrame>, run: RunId): FromProjectionWorker {
  if (message.type !== 'failed') return { ...message, run };
  const { failure } = message;
  const told =
    failure.code === 'diverged' ? ({ code: 'not-finite', iteration: failure.step } as const) : failure;
  return { type: 'failed', run, failure: told as ProjectionFailure };
}

/** What was thrown, as a failure; memory and crashes are for the page's side to make the best of. */
const failureAsTold = (error: unknown, points: number) =>
  failureOf(error, points) as unknown as ProjectionFailure;

function placesOf({ points, config }: PreparedMap, engine: MapEngine): Places {
  const { dimensions } = config.method;
  return { iteration: engine.iteration, dimensions, ids: points.ids, positions: engine.positions() };
}

type Unlooped = Omit<LiveMap, 'loop'>;

function openedOf({ map, trainer, revision, opened: { choice } }: Unlooped): ProjectionOpened {
  const { engine } = trainer;
  const { points, config, near } = map;
  const notices = [...map.notices, ...(engine.notices ?? [])];
  const neighbours = near && (near.isApproximate ? 'approximate' : 'exact');
  const { tier, repulsion, explained } = engine;
  const info = { points: points.count, tier, repulsion, neighbours, explained, config } as const;
  const told = tier === choice.tier ? choice : { tier, reasons: [] };
  return { info, ids: points.ids.slice(), revision, iteration: engine.iteration, notices, choice: told };
}

function obey(live: LiveMap, message: Exclude<ToProjectionWorker, Init>): void {
  if (message.type !== 'query') {
    command(live.loop, message);
    return;
  }
  const { id: run, host } = live;
  void answer(live, message.query).then((value) =>
    host.post({ type: 'reply', run, id: message.id, value }, []),
  );
}

async function answer(live: LiveMap, query: ProjectionQuery): Promise<ProjectionAnswer> {
  const { loop, trainer, host } = live;
  switch (query.kind) {
    case 'perturb':
      await loop.enqueue(() => perturb(live, query.amount));
      loop.refresh();
      return null;
    case 'simulate-fault':
      host.crash();
      return null;
    case 'change':
    case 'restart':
    case 'add':
    case 'drop': {
      const mine = ++live.changes;
      return changed(live, loop, query, mine);
    }
    default:
      return loop.enqueue(() => ask(live, trainer, query));
  }
}

async function ask(
  live: LiveMap,
  trainer: MapTrainer,
  question: ProjectionQuestion,
): Promise<ProjectionAnswer> {
  const { scheduler } = live.host;
  const work = answerQuestion(question, live.map, trainer.engine);
  return inSlices(work, { scheduler, report: () => {}, isWanted: live.isWanted });
}

/** Noise of a share of the map's extent; seeded, so that the same run stumbles in the same way. */
function perturb({ trainer, map }: LiveMap, amount: number): void {
  const { engine } = trainer;
  if (!engine.place) return;
  const positions = engine.positions().slice();
  const random = createRandom(map.config.seed + engine.iteration);
  const extent = positions.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  engine.place(positions.map((x) => x + amount * extent * random.normal()));
}

/** Points and config are changed at once; the map follows, or is passed over where a later change makes it anew. */
async function changed(
  live: LiveMap,
  loop: Loop,
  change: ProjectionChange,
  mine: number,
): Promise<ProjectionAnswer> {
  applyChange(live, change);
  const isWanted = () => live.isWanted() && live.changes === mine;
  const opened = await loop.enqueue(() => (isWanted() ? remake(live, loop, isWanted) : null));
  if (!opened) return null;
  loop.refresh();
  return { opened };
}

function applyChange(live: LiveMap, change: ProjectionChange): void {
  switch (change.kind) {
    case 'add':
      live.points = joinPoints(live.points, change.points);
      return;
    case 'drop':
      live.points = withoutPoints(live.points, change.ids);
      return;
    case 'restart':
      live.isAnew = true;
      return;
    case 'change':
      live.isAnew ||= !keepsPlaces(live.config, change.config);
      live.config = change.config;
  }
}

/** Numbers of t-SNE can change under way; whatever decides where all begins makes the map begin anew. */
export function keepsPlaces(before: ProjectionConfig, after: ProjectionConfig): boolean {
  const [a, b] = [before.method, after.method];
  if (a.kind !== 'tsne' || b.kind !== 'tsne') return false;
  if (before.metric !== after.metric || before.seed !== after.seed) return false;
  return a.dimensions === b.dimensions && a.start === b.start;
}

async function remake(live: LiveMap, loop: Loop, isWanted: () => boolean): Promise<ProjectionOpened | null> {
  const { trainer, map: before, host, id: run, config, points, opened, isAnew } = live;
  const places = isAnew ? null : placesOf(before, trainer.engine);
  const map = await prepare({ config, points, places, before }, opened.tools, { host, run, isWanted });
  if (!map) return null;
  trainer.replace(await map.createEngine());
  // How far a map of other points goes, the page says once it knows of them.
  loop.pause();
  live.map = map;
  live.isAnew = false;
  live.revision++;
  return openedOf(live);
}
