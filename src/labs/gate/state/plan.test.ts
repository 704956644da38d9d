import { describe, expect, it } from 'vitest';
import { NO_TARGET } from '../../../models/dense/losses.ts';
import { fallbackState } from '../../../url/fragment.ts';
import { asksForTheSame, planOf, TASK_SPECS, trainingObstacle } from './plan.ts';
import { GATE_TABLE, TASKS } from './settings.ts';

const defaults = fallbackState(GATE_TABLE);

describe('what the settings ask for', () => {
  it('reads a text as one-hot symbols and asks for the next one', () => {
    const plan = planOf({ ...defaults, text: 'abab', sentence: 'abq' });
    expect(plan.input).toEqual({
      kind: 'symbols',
      ids: Int32Array.of(1, 2, 0),
      vocabulary: ['⟨UNK⟩', 'a', 'b'],
    });
    expect(plan.network).toMatchObject({ stack: { inputs: 3 }, classes: 3 });
    expect(plan.targets).toEqual(Int32Array.of(2, 0, NO_TARGET));
    expect(plan.tokens.map(({ known }) => known)).toEqual([true, true, false]);
  });

  it('shows the beginning of the text where there is no sentence, 64 steps at the most', () => {
    const plan = planOf({ ...defaults, text: 'ab'.repeat(50), sentence: '' });
    expect([plan.tokens.length, plan.asked]).toEqual([64, 100]);
    expect(planOf({ ...defaults, text: '', sentence: '' }).tokens).toHaveLength(1);
  });

  it('segments Chinese words', () => {
    const plan = planOf({ ...defaults, level: 'word', text: '我喜欢学习。', sentence: '我学习' });
    expect(plan.tokens.map(({ text }) => text)).toEqual(['我', '学习']);
    expect(plan.tokens.every(({ known }) => known)).toBe(true);
  });

  it('takes numbers as they are', () => {
    const plan = planOf({ ...defaults, input: 'numbers', numbers: '1 2 3\n4 5 -6', classes: 4 });
    expect(plan.network).toMatchObject({ stack: { inputs: 3 }, classes: 4 });
    expect(plan.input).toEqual({ kind: 'numbers', values: Float64Array.of(1, 2, 3, 4, 5, -6) });
    expect(plan.targets).toBeNull();
    expect(planOf({ ...defaults, input: 'numbers', head: false }).network.classes).toBeNull();
  });

  it.each(TASKS)('shows an example of %s with its answers', (task) => {
    const plan = planOf({ ...defaults, input: 'task', task });
    expect(plan.tokens.length).toBeGreaterThan(1);
    expect(plan.targets?.some((target) => target >= 0 && target < plan.classes.length)).toBe(true);
    expect(TASK_SPECS[task].name).toBe(task);
    expect(trainingObstacle({ ...defaults, input: 'task', task }, plan)).toBeNull();
  });

  it('stay the same plan wherever the reader looks', () => {
    expect(asksForTheSame(defaults, { ...defaults, at: 1, seed: 9, edits: [[0, 1]] })).toBe(true);
    for (const part of [
      { text: 'x' },
      { hidden: 5 },
      { head: false },
      { numbers: '1' },
      { peepholes: true },
    ]) {
      expect(asksForTheSame(defaults, { ...defaults, ...part })).toBe(false);
    }
  });

  it('says what cannot be trained, and why', () => {
    const obstacle = (part: Partial<typeof defaults>) => {
      const settings = { ...defaults, ...part };
      return trainingObstacle(settings, planOf(settings));
    };
    expect(obstacle({})).toBeNull();
    expect(obstacle({ head: false })).toBe('no-head');
    expect(obstacle({ input: 'numbers' })).toBe('numbers');
    expect(obstacle({ directions: 'sum' })).toBe('sees-the-future');
    expect(obstacle({ directions: 'sum', input: 'task' })).toBeNull();
  });
});
