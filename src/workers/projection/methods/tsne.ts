import type { TsneEngine } from '../../../models/projection/tsne-types.ts';
import type { MapEngine } from '../map-engine.ts';
import type { ProjectionNotice } from '../protocol.ts';

/** @param begun iterations behind the places that the engine began at */
export function createTsneMap(
  engine: TsneEngine,
  begun: number,
  notices: readonly ProjectionNotice[],
): MapEngine {
  return {
    tier: engine.tier,
    repulsion: engine.repulsion,
    explained: null,
    notices,
    get iteration() {
      return begun + engine.iteration;
    },
    step: (iterations) => engine.step(iterations),
    isDone: () => false,
    positions: () => engine.positions(),
    divergence: () => engine.divergence(),
    place: (positions) => engine.place(positions),
    dispose: () => engine.dispose(),
  };
}
