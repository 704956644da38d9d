import { describe, expect, it } from 'vitest';
import { TEXT_CONFIG } from '../workers/config.testkit.ts';
import { freshCheckpoint } from '../workers/run.testkit.ts';
import { checkpointFault } from './checkpoint-fault.ts';

const bytes = freshCheckpoint(TEXT_CONFIG);
const otherText = { ...TEXT_CONFIG, task: { ...TEXT_CONFIG.task, text: 'something else' } };

describe('checkpointFault', () => {
  it('finds nothing wrong with a state of the run', () => {
    expect(checkpointFault(bytes, TEXT_CONFIG, true)).toBeNull();
  });

  it('tells another text, where the text is known', () => {
    expect(checkpointFault(bytes, otherText, true)).toBe('other-run');
    expect(checkpointFault(bytes, otherText, false)).toBeNull();
  });

  it('tells another network, and bytes that are none', () => {
    expect(checkpointFault(bytes, { ...TEXT_CONFIG, hidden: 99 }, false)).toBe('other-run');
    expect(checkpointFault(bytes.subarray(0, 50), TEXT_CONFIG, true)).toBe('truncated');
    expect(checkpointFault(new Uint8Array(3), TEXT_CONFIG, true)).toBe('not-a-checkpoint');
  });
});
