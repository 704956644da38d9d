/** Everything that can train the character model here, ours first. `wasm` alone is one thread of plain SIMD. */
export const CONTESTANTS = [
  { id: 'wasm', tier: 'wasm', ours: true },
  { id: 'wasm-relaxed', tier: 'wasm', ours: true },
  { id: 'wasm-threads', tier: 'wasm', ours: true },
  { id: 'js', tier: 'js', ours: true },
  { id: 'webgpu', tier: 'webgpu', ours: true },
  { id: 'tfjs-layers-cpu', tier: 'js', ours: false },
  { id: 'tfjs-layers-wasm', tier: 'wasm', ours: false },
  { id: 'tfjs-layers-webgpu', tier: 'webgpu', ours: false },
] as const;

export type ContestantId = (typeof CONTESTANTS)[number]['id'];
export type BenchTier = (typeof CONTESTANTS)[number]['tier'];

export const CONTESTANT_IDS: readonly ContestantId[] = CONTESTANTS.map(({ id }) => id);

export function isContestant(text: string): text is ContestantId {
  return CONTESTANT_IDS.some((id) => id === text);
}

export function isOurs(id: ContestantId): boolean {
  return CONTESTANTS.some((one) => one.id === id && one.ours);
}

export function tierOf(id: ContestantId): BenchTier {
  return CONTESTANTS.find((one) => one.id === id)?.tier ?? 'js';
}
