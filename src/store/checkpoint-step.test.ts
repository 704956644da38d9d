import { expect, it } from 'vitest';
import { TEXT_CONFIG } from '../workers/config.testkit.ts';
import { checkpointBytes } from '../workers/run.testkit.ts';
import { checkpointStep } from './checkpoint-step.ts';

it('reads the step of a saved state, and none of other bytes', () => {
  expect(checkpointStep(checkpointBytes(TEXT_CONFIG, 41, 1))).toBe(41);
  expect(checkpointStep(Uint8Array.of(1, 2, 3))).toBeNull();
});
