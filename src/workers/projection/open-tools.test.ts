import { describe, expect, it } from 'vitest';
import { readTsneModule } from '../../kernels/wasm/tsne-module.testkit.ts';
import { createOpenTools, type ToolSources, wasmTools } from './open-tools.ts';
import { selfTest } from './self-test.ts';
import { type MapTools, REFERENCE_TOOLS } from './tools.ts';

const wasm = wasmTools(await readTsneModule());
const sources = (tools: MapTools | null): ToolSources => ({
  wasm: async () => tools,
  device: async () => null,
});
const open = (tools: MapTools | null, excluded: readonly { tier: 'wasm'; detail: string }[] = []) =>
  createOpenTools(sources(tools))({ pinned: null, excluded }, () => {});

describe('the tools of a tier', () => {
  it('WASM agrees with the reference, and is taken', async () => {
    expect(await selfTest(wasm)).toBe('');
    const { choice, tools } = await open(wasm);
    expect([choice.tier, tools.tier]).toEqual(['wasm', 'wasm']);
  });

  it.each([
    [
      'neighbours',
      {
        *neighbours(v: Float32Array, d: number, k: number) {
          const found = yield* REFERENCE_TOOLS.neighbours(v, d, k);
          return { ...found, distances: found.distances.map((x) => 2 * x) };
        },
      },
    ],
    [
      'affinities',
      {
        affinities: (...asked: Parameters<MapTools['affinities']>) => {
          const P = REFERENCE_TOOLS.affinities(...asked);
          return { ...P, values: P.values.map(() => 0) };
        },
      },
    ],
    [
      'descent',
      {
        createTsne: (...asked: Parameters<MapTools['createTsne']>) => {
          const [P, settings, start] = asked;
          return REFERENCE_TOOLS.createTsne({ ...P, values: P.values.map((p) => p / 2) }, settings, start);
        },
      },
    ],
  ])('a tier whose %s is off is left for the reference, which says so', async (_, part) => {
    const { choice, tools } = await open({ ...REFERENCE_TOOLS, tier: 'wasm', ...part });
    expect(tools).toBe(REFERENCE_TOOLS);
    expect(choice.reasons.map(({ code }) => code)).toContain('self-test-failed');
  });

  it('no WASM, and WASM that failed before: the reference', async () => {
    expect((await open(null)).choice.tier).toBe('js');
    const { choice, tools } = await open(wasm, [{ tier: 'wasm', detail: 'gone' }]);
    expect([choice.tier, tools]).toEqual(['js', REFERENCE_TOOLS]);
  });
});
