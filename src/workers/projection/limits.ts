import { largestPerplexity } from '../../models/projection/affinities.ts';
import type { ProjectionConfig, ProjectionFailure, ProjectionMethod, ProjectionNotice } from './protocol.ts';

type Of<Kind extends ProjectionMethod['kind']> = Extract<ProjectionMethod, { kind: Kind }>;

/** A method with its numbers as these points allow, and what was changed. */
export type Fitted =
  | {
      readonly ok: true;
      readonly config: ProjectionConfig;
      readonly notices: readonly ProjectionNotice[];
    }
  | { readonly ok: false; readonly failure: ProjectionFailure };

/** Fewer points have no map: below four not even a perplexity of 1 has three neighbours to look at. */
const LEAST: Readonly<Record<ProjectionMethod['kind'], number>> = { tsne: 4, umap: 4, pca: 1 };

/** @param n points, of d dimensions */
export function fitConfig(config: ProjectionConfig, n: number, d: number): Fitted {
  const { method } = config;
  const least = LEAST[method.kind];
  if (n < least) return { ok: false, failure: { code: 'too-few-points', points: n, least } };
  const until = Math.max(1, Math.floor(numberOr(config.until, 1000)));
  const fitted = fitMethod(method, n, d);
  return { ok: true, config: { ...config, until, method: fitted.method }, notices: fitted.notices };
}

interface FittedMethod {
  readonly method: ProjectionMethod;
  readonly notices: readonly ProjectionNotice[];
}

function fitMethod(method: ProjectionMethod, n: number, d: number): FittedMethod {
  switch (method.kind) {
    case 'tsne':
      return fitTsne(method, n);
    case 'umap':
      return fitUmap(method, n);
    case 'pca':
      return fitPca(method, Math.min(n, d));
  }
}

const numberOr = (value: number, otherwise: number) => (Number.isFinite(value) ? value : otherwise);
const notice = (code: ProjectionNotice['code'], from: number, to: number): ProjectionNotice => ({
  code,
  from,
  to,
  detail: '',
});

function fitTsne(method: Of<'tsne'>, n: number): FittedMethod {
  const asked = numberOr(method.perplexity, 30);
  const perplexity = Math.min(largestPerplexity(n), Math.max(1, asked));
  const rate = method.learningRate;
  const notices = perplexity === asked ? [] : [notice('perplexity-clamped', asked, perplexity)];
  return {
    method: {
      ...method,
      perplexity,
      learningRate: rate !== null && rate > 0 && Number.isFinite(rate) ? rate : null,
      exaggeration: Math.max(1, numberOr(method.exaggeration, 12)),
      lateExaggeration: Math.max(1, numberOr(method.lateExaggeration, 1)),
    },
    notices,
  };
}

/** A point counts as its own first neighbour, so that n points have n − 1 others. */
function fitUmap(method: Of<'umap'>, n: number): FittedMethod {
  const asked = method.neighbours;
  const neighbours = Math.min(n - 1, Math.max(2, Math.round(numberOr(asked, 15))));
  return {
    method: {
      ...method,
      neighbours,
      minDistance: Math.min(1, Math.max(0, numberOr(method.minDistance, 0.1))),
      epochs: Math.max(1, Math.floor(numberOr(method.epochs, 500))),
    },
    notices: neighbours === asked ? [] : [notice('neighbours-clamped', asked, neighbours)],
  };
}

/** @param rank components that there are */
function fitPca(method: Of<'pca'>, rank: number): FittedMethod {
  const { dimensions, components } = method;
  const isUsable = (component: number) => Number.isInteger(component) && component >= 0 && component < rank;
  const asked = components.slice(0, dimensions);
  if (asked.length === dimensions && asked.every(isUsable)) return { method, notices: [] };
  const first = Array.from({ length: dimensions }, (_, j) => j);
  const wanted = Math.max(dimensions, ...asked.map((component) => component + 1));
  return {
    method: { ...method, components: first },
    notices: [notice('components-clamped', wanted, rank)],
  };
}
