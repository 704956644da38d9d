import { setFlagsFromString } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { VARIANTS } from '../../models/cells/cells.testkit.ts';
import { initialiseNextSymbol, networkOf } from '../../models/language/next-symbol.ts';
import { createRandom } from '../../models/random.ts';
import { buildOf, openWasm } from './engine.ts';
import { detectGears } from './gears.ts';
import { expectNear, expectParity, norm, parityCase } from './parity.testkit.ts';
import { openTestWasm, readTestModule } from './wasm.testkit.ts';

describe('the build that is opened', () => {
  it('is named by its gears', () => {
    expect(buildOf({ relaxed: false, threads: 1 })).toBe('simd');
    expect(buildOf({ relaxed: true, threads: 4 })).toBe('relaxed-threads');
  });

  it('is the only one that is asked for', async () => {
    const asked: string[] = [];
    const module = await readTestModule('simd');
    const give = (name: string) => async () => {
      asked.push(name);
      return module;
    };
    const modules = { simd: give('simd'), relaxed: give('relaxed'), 'simd-threads': give('simd-threads') };
    const engine = await openWasm(modules, { relaxed: false, threads: 1 });
    expect(asked).toEqual(['simd']);
    expect(engine.gears).toEqual({ relaxed: false, threads: 1 });
  });

  it('is missed when it is missing, and refused when it is no module', async () => {
    await expect(openWasm({}, { relaxed: false })).rejects.toThrow('simd build');
    const broken = { simd: async () => Uint8Array.of(1, 2, 3) };
    await expect(openWasm(broken, { relaxed: false })).rejects.toThrow();
  });
});

// Node 20 has it behind a flag that can still be set; later ones have it outright.
if (!detectGears().relaxed) setFlagsFromString('--experimental-wasm-relaxed-simd');
const { relaxed } = detectGears();
const reason = 'skipped where the runtime has no relaxed SIMD';

describe.skipIf(!relaxed)(`relaxed SIMD (${reason})`, async () => {
  const engine = relaxed ? await openTestWasm({ relaxed: true }) : null;

  it.each(VARIANTS)('%s: as the reference', (_name, spec) => {
    if (!engine) throw new Error('no relaxed SIMD');
    expect(engine.gears.relaxed).toBe(true);
    for (const hidden of [5, 16]) {
      expectParity(engine, parityCase(spec, { inputs: 3, hidden }, { steps: 4, batch: 6 }));
      expectParity(engine, parityCase(spec, { inputs: 7, hidden }, { steps: 4, batch: 6 }, { oneHot: true }));
    }
  });

  it('trains as plain SIMD does, to the last few bits', async () => {
    if (!engine) throw new Error('no relaxed SIMD');
    const [, spec] = VARIANTS.at(-1) ?? [];
    if (!spec) throw new Error('no cell');
    const shape = { spec, vocabulary: 9, hidden: 20, layers: 2 };
    const flat = initialiseNextSymbol(shape, createRandom(1), { forgetBias: 1 });
    const [found, expected] = [engine, await openTestWasm()].map((on) => {
      const size = { steps: 4, batch: 5 };
      const kernel = on.createNetwork(networkOf(shape), size, { kind: 'sgd', learningRate: 0.1 });
      kernel.parameters.set(flat);
      const ids = Int32Array.from({ length: 20 }, (_, i) => (i * i) % 9);
      kernel.step({ ids, targets: ids }, { step: 1, learningRate: 0.1, clip: null });
      return kernel.gradients;
    });
    expect(norm(expected ?? [])).toBeGreaterThan(0);
    expectNear(found ?? [], expected ?? [], 1e-5, 'gradients');
  });
});
