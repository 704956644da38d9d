import { createStore, type StoreApi } from 'zustand/vanilla';
import { startMeasuring } from '../workers/costs/client.ts';
import type { CostOrder, CostPoint } from '../workers/costs/protocol.ts';

export type { CostOrder, CostPoint, CostWay } from '../workers/costs/protocol.ts';

/** What was measured on this machine, and whether it still is. */
export interface CostState {
  readonly status: 'idle' | 'measuring' | 'done' | 'stopped';
  readonly tier: 'wasm' | 'js' | null;
  /** Ascending by vocabulary; all of the present order. */
  readonly points: readonly CostPoint[];
  /** Of `stopped`: what the browser said. */
  readonly detail: string;
}

export interface Costs {
  readonly store: StoreApi<CostState>;
  /** Measures anew; what was under way ends. */
  measure(order: CostOrder): void;
  /** Ends what is under way; the points so far stay. */
  cancel(): void;
}

export function createCosts(start: typeof startMeasuring = startMeasuring): Costs {
  const store = createStore<CostState>(() => ({ status: 'idle', tier: null, points: [], detail: '' }));
  let job: ReturnType<typeof startMeasuring> | null = null;
  return {
    store,
    measure(order) {
      job?.cancel();
      store.setState({ status: 'measuring', tier: null, points: [], detail: '' });
      const mine = start(order, {
        onBegin: (tier) => store.setState({ tier }),
        onPoint: (point) =>
          store.setState(({ points }) => ({
            points: [...points, point].sort((a, b) => a.vocabulary - b.vocabulary),
          })),
      });
      job = mine;
      void mine.result.then((result) => {
        if (job !== mine) return;
        if (result.code === 'stopped') store.setState({ status: 'stopped', detail: result.detail });
        else store.setState(({ points }) => ({ status: points.length > 0 ? 'done' : 'idle' }));
      });
    },
    cancel: () => job?.cancel(),
  };
}
