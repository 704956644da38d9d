import { clusterPoints } from '../../models/projection/clusters.ts';
import { neighboursOf } from '../../models/projection/neighbour-rows.ts';
import { mapTrust } from '../../models/projection/trustworthiness.ts';
import { createRandom } from '../../models/random.ts';
import type { MapEngine } from './map-engine.ts';
import type { PreparedMap } from './prepare.ts';
import type { ProjectionAnswers, ProjectionQuestion } from './protocol.ts';

type Answer = ProjectionAnswers[ProjectionQuestion['kind']];

/** Up to so many points all are looked at; of more a sample, as large as this many products allow. */
const ALL = 2000;
const PRODUCTS = 6e8;
const LEAST_SAMPLE = 100;

/** Works in slices; yields now and then. */
export function* answerQuestion(
  question: ProjectionQuestion,
  { points, config }: PreparedMap,
  engine: MapEngine,
): Generator<number, Answer> {
  const { ids, vectors, dimensions, count } = points;
  switch (question.kind) {
    case 'neighbours': {
      const at = ids.indexOf(question.id);
      const near = at < 0 ? null : neighboursOf(vectors, dimensions, at, question.count);
      return {
        ids: (near?.indices ?? new Int32Array(0)).map((i) => ids[i]!),
        distances: (near?.distances ?? new Float32Array(0)).map(Math.sqrt),
      };
    }
    case 'trust': {
      const map = { values: engine.positions().slice(), dimensions: config.method.dimensions };
      const sample = sampleOf(count, dimensions, config.seed);
      return yield* mapTrust({ values: vectors, dimensions }, map, {
        neighbours: question.neighbours,
        sample,
      });
    }
    case 'clusters': {
      const random = createRandom(config.seed);
      const { labels } = yield* clusterPoints(vectors, dimensions, question.count, random);
      return { labels };
    }
  }
}

/** Different points, in no order. */
export function sampleOf(n: number, d: number, seed: number): readonly number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  if (n <= ALL) return order;
  const size = Math.min(ALL, Math.max(LEAST_SAMPLE, Math.floor(PRODUCTS / (n * d))));
  const random = createRandom(seed);
  for (let i = 0; i < size; i++) {
    const j = i + random.integer(n - i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order.slice(0, size);
}
