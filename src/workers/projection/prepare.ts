import { neighbourCount } from '../../models/projection/affinities.ts';
import { componentScores, principalComponents } from '../../models/projection/components.ts';
import { largestExaggeration } from '../../models/projection/exaggeration.ts';
import { carryNeighbours, fillNeighbours } from '../../models/projection/neighbour-rows.ts';
import { learningRateOf, tsneDefaults } from '../../models/projection/tsne.ts';
import { componentStart, randomStart } from '../../models/projection/tsne-start.ts';
import type { MapDimensions, NearestNeighbours, SparseP } from '../../models/projection/tsne-types.ts';
import { createRandom } from '../../models/random.ts';
import { fitConfig } from './limits.ts';
import type { MapEngine } from './map-engine.ts';
import { createPcaMap } from './methods/pca.ts';
import { createTsneMap } from './methods/tsne.ts';
import { createUmapMap } from './methods/umap.ts';
import { type Places, placesFor } from './places.ts';
import { type CleanPoints, cleanPoints, countDuplicates } from './points.ts';
import type {
  ProjectionConfig,
  ProjectionFailure,
  ProjectionMethod,
  ProjectionNotice,
  ProjectionPoints,
} from './protocol.ts';
import type { MapTools } from './tools.ts';

export interface MapRequest {
  readonly config: ProjectionConfig;
  readonly points: ProjectionPoints;
  /** Where points were; null: the map begins anew. */
  readonly places: Places | null;
  /** The map of before: what is known of its neighbours need not be looked for again. */
  readonly before: PreparedMap | null;
}

/** All that a map is made of. */
export interface PreparedMap {
  readonly points: CleanPoints;
  /** As these points allow. */
  readonly config: ProjectionConfig;
  readonly near: NearestNeighbours | null;
  readonly notices: readonly ProjectionNotice[];
  createEngine(): MapEngine | Promise<MapEngine>;
}

export type Prepared =
  | { readonly ok: true; readonly map: PreparedMap }
  | { readonly ok: false; readonly failure: ProjectionFailure };

/** Yields how many points' neighbours are known. */
export function* prepareMap(request: MapRequest, tools: MapTools): Generator<number, Prepared> {
  const { metric, seed } = request.config;
  const points = cleanPoints(request.points, metric);
  const fitted = fitConfig(request.config, points.count, points.dimensions);
  if (!fitted.ok) return fitted;
  const { config } = fitted;
  const { method } = config;
  const near = yield* findNeighbours(points, config, request.before, tools);
  const notices = [...fitted.notices, ...aboutPoints(points, near)];
  const begin = () => startOf(points, method, seed);
  const engine = () => {
    if (!near || method.kind === 'pca') return pcaOf(points, method);
    const { places } = request;
    const goesOn = places?.dimensions === method.dimensions;
    const start = goesOn ? placesFor(points.ids, places, near) : begin();
    if (method.kind === 'umap') return createUmapMap(near, start, method, createRandom(seed));
    return tsneOf(near, method, start, goesOn ? places.iteration : 0, tools);
  };
  return { ok: true, map: { points, config, near, notices, createEngine: engine } };
}

function pcaOf(points: CleanPoints, method: ProjectionMethod): MapEngine {
  const found = principalComponents(points.vectors, points.count, points.dimensions);
  const first = Array.from({ length: method.dimensions }, (_, j) => j);
  return createPcaMap(found, points, method.kind === 'pca' ? method.components : first);
}

async function tsneOf(
  near: NearestNeighbours,
  method: Extract<ProjectionMethod, { kind: 'tsne' }>,
  start: Float32Array,
  begun: number,
  tools: MapTools,
): Promise<MapEngine> {
  // Places of before are past as much of the exaggeration.
  const exaggerationUntil = Math.max(0, method.exaggerationUntil - begun);
  const P = tools.affinities(near, method.perplexity);
  const asked = method.exaggeration;
  const exaggeration = exaggerationUntil > 0 ? exaggerationFor(P, asked) : asked;
  // The learning rate is that of what was asked for.
  const learningRate = learningRateOf(method, P.starts.length - 1);
  const settings = { ...method, exaggeration, exaggerationUntil, learningRate };
  return createTsneMap(
    await tools.createTsne(P, settings, start),
    begun,
    aboutExaggeration(method, exaggeration),
  );
}

/** What draws all points into one would only lose time: half of what they bear lets several groups grow at once. */
function exaggerationFor(P: SparseP, asked: number): number {
  const largest = largestExaggeration(P);
  return asked < largest ? asked : Math.max(1, Math.round(5 * largest) / 10);
}

/** The usual number is a limit; of another one, which somebody chose, it is said that it was not used. */
function aboutExaggeration({ exaggeration: from }: { readonly exaggeration: number }, to: number) {
  const isAsUsual = from === to || from === tsneDefaults.exaggeration;
  return isAsUsual ? [] : [{ code: 'exaggeration-cut', from, to, detail: '' } as const];
}

function startOf({ vectors, count, dimensions }: CleanPoints, method: ProjectionMethod, seed: number) {
  const random = createRandom(seed);
  const m: MapDimensions = method.dimensions;
  if (method.kind === 'tsne' && method.start === 'random') return randomStart(count, m, random);
  const axes = Array.from({ length: m }, (_, j) => j);
  const found = principalComponents(vectors, count, dimensions);
  return componentStart(componentScores(found, vectors, count, axes), m, random);
}

function* findNeighbours(
  points: CleanPoints,
  { method, metric }: ProjectionConfig,
  before: PreparedMap | null,
  tools: MapTools,
): Generator<number, NearestNeighbours | null> {
  if (method.kind === 'pca') return null;
  const { vectors, dimensions: d, count: n } = points;
  const count = method.kind === 'umap' ? method.neighbours - 1 : neighbourCount(n, method.perplexity);
  if (before?.near && before.config.metric === metric && before.points.dimensions === d) {
    const was = rowsBefore(points, before.points);
    const fresh = was.reduce((some, row) => some + Number(row < 0), 0);
    // Whoever is new has an open list, and is held against all others besides.
    if (before.near.count >= count && fresh <= n * MOST_OPEN && fresh * n * d <= MOST_WORK) {
      const { lists, open } = yield* carryNeighbours(vectors, d, was, before.near, count);
      if (open.length <= n * MOST_OPEN) {
        yield* fillNeighbours(vectors, d, open, lists);
        return { ...lists, isApproximate: before.near.isApproximate };
      }
    }
  }
  return yield* tools.neighbours(vectors, d, count);
}

/** Share of lists that are filled one by one: where more are open, all are looked for together. */
const MOST_OPEN = 0.1;
/** Terms of distances to new points, about two seconds of them. */
const MOST_WORK = 2e9;

function rowsBefore({ ids }: CleanPoints, before: CleanPoints): Int32Array {
  const rows = new Map([...before.ids].map((id, i) => [id, i]));
  return ids.map((id) => rows.get(id) ?? -1);
}

function aboutPoints(points: CleanPoints, near: NearestNeighbours | null): ProjectionNotice[] {
  const { count, leftOut } = points;
  const duplicates = countDuplicates(points);
  const notices: ProjectionNotice[] = [];
  if (leftOut > 0) notices.push({ code: 'rows-left-out', from: count + leftOut, to: count, detail: '' });
  if (duplicates > 0) notices.push({ code: 'duplicates', from: count, to: count - duplicates, detail: '' });
  if (near?.isApproximate) notices.push({ code: 'approximate', from: count, to: near.count, detail: '' });
  return notices;
}
