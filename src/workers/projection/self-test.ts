import { tsneDefaults } from '../../models/projection/tsne.ts';
import { randomStart } from '../../models/projection/tsne-start.ts';
import type { NearestNeighbours } from '../../models/projection/tsne-types.ts';
import { createRandom } from '../../models/random.ts';
import { type MapTools, REFERENCE_TOOLS } from './tools.ts';

const POINTS = 60;
const DIMENSIONS = 5;
const COUNT = 15;
const ITERATIONS = 8;
/** ‖difference‖ / ‖values‖ of single precision, with room. */
const TOLERANCE = 1e-2;

function last<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

const settings = { ...tsneDefaults, perplexity: COUNT / 3, exaggerationUntil: 4 };

/** A small map by some tools: neighbours, P, and places after a few iterations. */
async function tryOut(tools: MapTools, vectors: Float32Array, start: Float32Array) {
  const near: NearestNeighbours = last(tools.neighbours(vectors, DIMENSIONS, COUNT));
  const P = tools.affinities(near, settings.perplexity);
  const engine = await tools.createTsne(P, settings, start);
  await engine.step(ITERATIONS);
  const places = engine.positions().slice();
  engine.dispose();
  return { distances: near.distances, P: P.values, places };
}

/** What of a tier does not agree with the reference, here and now; empty: all does. */
export async function selfTest(tools: MapTools): Promise<string> {
  const random = createRandom(11);
  const vectors = Float32Array.from({ length: POINTS * DIMENSIONS }, () => random.normal());
  const start = randomStart(POINTS, 2, random);
  const wanted = await tryOut(REFERENCE_TOOLS, vectors, start);
  const found = await tryOut(tools, vectors, start);
  const parts = ['distances', 'P', 'places'] as const;
  const off = parts.filter((part) => !(errorOf(found[part], wanted[part]) <= TOLERANCE));
  return off.map((part) => `${part} off by ${errorOf(found[part], wanted[part]).toPrecision(2)}`).join(', ');
}

function errorOf(found: Float32Array, wanted: Float32Array): number {
  if (found.length !== wanted.length) return Number.POSITIVE_INFINITY;
  const square = (values: Float32Array) => values.reduce((sum, x) => sum + x * x, 0);
  return Math.sqrt(square(wanted.map((x, i) => x - (found[i] ?? Number.NaN))) / square(wanted));
}
