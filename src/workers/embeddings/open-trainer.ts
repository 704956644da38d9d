import { chooseTier, detailOf, type TierRequest, type WasmVerdict } from '../backend.ts';
import type { FailedTier, Tier, TierChoice } from '../protocol.ts';
import { failureOf } from '../run-error.ts';
import type { EmbeddingStart, EmbeddingTier, MethodRun } from './method.ts';
import type { EmbeddingTrainer } from './protocol.ts';

export interface OpenedEmbeddings {
  readonly choice: TierChoice;
  readonly trainer: EmbeddingTrainer;
  /** Frees what the trainer computed on; the trainer is disposed of first. */
  close(): void;
}

/** Tiers that compute embeddings, best first. */
const TIERS: readonly Tier[] = ['wasm', 'js'];

/** Chooses a tier and starts the run on it. A tier that cannot take the run is left for the next one. */
export async function openEmbeddings(
  request: Omit<TierRequest, 'among'>,
  run: MethodRun,
  start: EmbeddingStart,
  trying: (tier: Tier) => void,
): Promise<OpenedEmbeddings> {
  const excluded: FailedTier[] = [...request.excluded];
  let wasm: EmbeddingTier | null = null;
  const among = run.openWasm ? TIERS : TIERS.slice(1);
  for (;;) {
    const choice = await chooseTier(
      { ...request, excluded, among },
      {
        findAdapter: async () => null,
        testWebgpu: async () => ({ agrees: false, detail: '' }),
        timeStep: async () => null,
        testWasm: async () => {
          trying('wasm');
          wasm = (await run.openWasm?.()) ?? null;
          return verdictOf(wasm);
        },
      },
    );
    trying(choice.tier);
    try {
      const opened = create(choice.tier, run, wasm, start);
      return { choice, ...opened };
    } catch (error) {
      excluded.push(failedTier(choice.tier, error));
    }
  }
}

function verdictOf(tier: EmbeddingTier | null): WasmVerdict {
  if (!tier) return { verdict: 'unavailable', detail: '' };
  const detail = tier.selfTest();
  return detail ? { verdict: 'disagrees', detail } : { verdict: 'agrees', gears: tier.gears };
}

function create(
  choice: Tier,
  run: MethodRun,
  wasm: EmbeddingTier | null,
  start: EmbeddingStart,
): Omit<OpenedEmbeddings, 'choice'> {
  if (choice === 'wasm' && wasm) return { trainer: wasm.createTrainer(start), close: wasm.dispose };
  wasm?.dispose();
  return { trainer: run.createReference(start), close() {} };
}

/** The tier as one that failed; throws what no other tier would do better with. */
function failedTier(tier: Tier, error: unknown): FailedTier {
  const { code } = failureOf(error, 0);
  const isTheTiers = code === 'crashed' || code === 'out-of-memory';
  if (tier === 'js' || !isTheTiers) throw error;
  return { tier, detail: detailOf(error) };
}
