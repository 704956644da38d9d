import { describe, expect, it } from 'vitest';
import { replaceBetweenMarkers } from './markers.mjs';

const README =
  'a\n<!-- bench:lstm -->\nold\n<!-- /bench:lstm -->\nb\n<!-- bench:gru --><!-- /bench:gru -->\n';

describe('replaceBetweenMarkers', () => {
  it('replaces what stands between the two, and nothing else', () => {
    const written = replaceBetweenMarkers(README, 'lstm', 'new');
    expect(written).toBe(README.replace('old', 'new'));
    expect(replaceBetweenMarkers(written, 'lstm', 'old')).toBe(README);
  });

  it('fills an empty place', () => {
    expect(replaceBetweenMarkers(README, 'gru', 'x')).toContain('<!-- bench:gru -->\nx\n<!-- /bench:gru -->');
  });

  it('refuses a file without the place', () => {
    expect(() => replaceBetweenMarkers(README, 'rnn', 'x')).toThrow(/bench:rnn/);
    expect(() => replaceBetweenMarkers('<!-- /bench:rnn --><!-- bench:rnn -->', 'rnn', 'x')).toThrow();
  });
});
