import { describe, expect, it } from 'vitest';
import { DEFAULT_LSTM } from '../../models/cells/roles.ts';
import { initialiseNextSymbol, type NextSymbolShape } from '../../models/language/next-symbol.ts';
import { probeSentence } from '../../models/language/probe.ts';
import { createRandom } from '../../models/random.ts';
import type { ProbeResult } from '../../workers/protocol.ts';
import { applyOverlay, editedParameters } from './overlay.ts';

const shape: NextSymbolShape = { spec: DEFAULT_LSTM, vocabulary: 6, hidden: 3, layers: 1 };
const flat = initialiseNextSymbol(shape, createRandom(4), { forgetBias: 1 });
const ids = Int32Array.from([1, 2, 3, 4, 5]);

function plainProbe(): ProbeResult {
  const probed = probeSentence(shape, flat, ids, { lossStep: null });
  if (!probed) throw new Error('no tokens');
  return {
    ...probed,
    asked: ids.length,
    tokens: Array.from(ids, (id) => ({ text: `w${id}`, id, known: true })),
  };
}
const hidden = (probe: ProbeResult) => Array.from(probe.layers[0]?.trace.values.hidden ?? []);

describe('applyOverlay', () => {
  it('is the very same probe without changes', () => {
    const probe = plainProbe();
    expect(applyOverlay(shape, flat, probe, { edits: [], holds: [] })).toBe(probe);
  });

  it('a held gate changes its unit from its step on, and nothing before', () => {
    const probe = plainProbe();
    const hold = { layer: 0, role: 'forget', step: 2, unit: 1, value: 0 } as const;
    const after = hidden(applyOverlay(shape, flat, probe, { edits: [], holds: [hold] }));
    const before = hidden(probe);
    expect(after.slice(0, 6)).toEqual(before.slice(0, 6));
    expect(after[7]).not.toBe(before[7]);
    expect(after.slice(9)).not.toEqual(before.slice(9));
  });

  it('an edited weight gives what a network with that weight gives, and leaves the run alone', () => {
    const probe = plainProbe();
    const edited = editedParameters(flat, [
      [5, 2],
      [999, 1],
    ]);
    const expected = probeSentence(shape, edited, ids, { lossStep: null, target: probe.target });
    expect(hidden(applyOverlay(shape, flat, probe, { edits: [[5, 2]], holds: [] }))).toEqual(
      Array.from(expected?.layers[0]?.trace.values.hidden ?? []),
    );
    expect(edited).toHaveLength(flat.length);
    expect(flat[5]).not.toBe(2);
  });
});
