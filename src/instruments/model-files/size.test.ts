import { expect, it } from 'vitest';
import { exportModel } from './export-model.ts';
import { fileSize, looksFloat32, sizeText } from './size.ts';
import { FULL_CONFIG, trained } from './subject.testkit.ts';

it('numbers of WASM are float32, those of the reference are not', async () => {
  expect(looksFloat32((await trained(FULL_CONFIG, 'wasm')).model.parameters)).toBe(true);
  expect(looksFloat32((await trained(FULL_CONFIG, 'js')).model.parameters)).toBe(false);
});

it.each([
  ['js', 'F64', true],
  ['js', 'F64', false],
  ['wasm', 'F32', true],
  ['wasm', 'F32', false],
] as const)(
  'a file from %s in %s, state of training %s, is about as long as was said',
  async (tier, dtype, withTraining) => {
    const config = { ...FULL_CONFIG, hidden: 60 };
    const made = await trained(config, tier, 1);
    const subject = { ...made, checkpoint: withTraining ? made.checkpoint : null };
    const [file] = exportModel(subject, { precision: 'exact' });
    const said = fileSize(made.model, { dtype, withTraining });
    expect((file?.bytes.length ?? 0) / said).toBeGreaterThan(0.98);
    expect((file?.bytes.length ?? 0) / said).toBeLessThan(1.1);
  },
);

it('sizes are said in thousands and millions of bytes', () => {
  expect([sizeText(1), sizeText(999_999), sizeText(1.25e6)]).toEqual(['1 kB', '1000 kB', '1.3 MB']);
});
