import { beforeAll, expect, it } from 'vitest';
import { type PassInput, testAgreement } from '../self-test.ts';
import { computeOnDevice, selfTest } from './self-test.ts';
import { openCpu } from './tf.testkit.ts';

beforeAll(async () => {
  await openCpu();
});

it('passes where the device agrees', async () => {
  expect(await selfTest()).toEqual({ agrees: true });
});

it('passes where gradients are rounded to 32 bits', async () => {
  const rounded = async (input: PassInput) => {
    const pass = await computeOnDevice(input);
    return { ...pass, gradients: Float64Array.from(Float32Array.from(pass.gradients)) };
  };
  expect(await testAgreement(rounded)).toEqual({ agrees: true });
});
