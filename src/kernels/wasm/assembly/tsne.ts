import { conditionalRows } from './affinities';
import { transform } from './fft';
import { attract2, attract3, logDistances, logPairs2 } from './tsne-attraction';
import { convolve } from './tsne-convolve';
import { descend, measure } from './tsne-descent';
import { clearHeaps, prepareSearch, rankRows, searchCell, searchRows } from './neighbours';
import { gather, spread } from './tsne-grid';
import { prepareKernels } from './tsne-kernels';
import { pairs2, repel2, repel3, toPlanes } from './tsne-pairs';

/* t-SNE, the twin of models/projection/tsne.ts in 32 bits: its parts, which ../tsne.ts puts together. */

/** First byte that a plan may use. */
export function heapBase(): usize {
  return __heap_base;
}

export {
  attract2,
  attract3,
  clearHeaps,
  conditionalRows,
  convolve,
  descend,
  gather,
  logDistances,
  logPairs2,
  measure,
  pairs2,
  prepareKernels,
  prepareSearch,
  rankRows,
  repel2,
  repel3,
  searchCell,
  searchRows,
  spread,
  toPlanes,
  transform,
};
