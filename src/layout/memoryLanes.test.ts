import { describe, expect, it } from 'vitest';
import { laneBar, laneBase, laneY, layoutMemory } from './memoryLanes.ts';

const layout = layoutMemory({ steps: 24, lanes: ['gate', 'state', 'answer'], available: 1100 });
const [gate, state, answer] = layout.lanes;

describe('layoutMemory', () => {
  it('fills the width that there is, within what can be hit and what is not too far apart', () => {
    expect(layout.width).toBeLessThanOrEqual(1100);
    expect(layout.width).toBeGreaterThan(1100 - 24);
    expect(layout.roomy).toBe(true);
    const crowded = layoutMemory({ steps: 96, lanes: ['gate'], available: 300 });
    expect(crowded.pitch).toBeGreaterThanOrEqual(24);
    expect(crowded.roomy).toBe(false);
    expect(layoutMemory({ steps: 2, lanes: ['gate'], available: 1000 }).pitch).toBeLessThan(60);
  });

  it('stacks the lanes without touching, and the columns without gaps', () => {
    const tops = layout.lanes.map(({ top }) => top);
    const bottoms = layout.lanes.map(({ top, height }) => top + height);
    for (const [i, top] of tops.entries()) {
      expect(top).toBeGreaterThan(bottoms[i - 1] ?? layout.token.top + layout.token.height);
    }
    expect(layout.timeY).toBeGreaterThan(bottoms.at(-1) ?? 0);
    expect(layout.height).toBeGreaterThan(layout.timeY);
    for (const { step, left, x } of layout.columns) {
      expect(left).toBe(step * layout.pitch);
      expect(x - left).toBe(layout.pitch / 2);
    }
    const many = layoutMemory({ steps: 24, lanes: Array.from({ length: 9 }, () => 'state'), available: 900 });
    expect(many.lanes[0]?.height).toBeLessThan(state?.height ?? 0);
  });
});

describe('a lane', () => {
  it('has 1 at its top and its least value at its bottom', () => {
    for (const [box, least] of [
      [gate, 0],
      [state, -1],
      [answer, 0],
    ] as const) {
      if (!box) throw new Error('no lane');
      expect(laneY(box, 1)).toBe(box.top);
      expect(laneY(box, least)).toBe(box.top + box.height);
      expect(laneY(box, 9)).toBe(box.top);
    }
  });

  it('draws bars from 0, and an answer from one half', () => {
    if (!gate || !state || !answer) throw new Error('no lanes');
    expect(laneBar(gate, 0.25)).toEqual({ y: gate.top + 0.75 * gate.height, height: 0.25 * gate.height });
    expect(laneBar(gate, 0).height).toBe(0);
    expect(laneBar(state, -1)).toEqual({ y: laneBase(state), height: state.height / 2 });
    expect(laneBar(state, 0.5)).toEqual({ y: state.top + state.height / 4, height: state.height / 4 });
    expect(laneBar(answer, 0.5).height).toBe(0);
    expect(laneBar(answer, 1).y).toBe(answer.top);
  });
});
