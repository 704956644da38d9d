import { describe, expect, it } from 'vitest';
import { fallbackState } from '../../../url/fragment.ts';
import { planOf } from '../state/plan.ts';
import { GATE_TABLE, type GateSettings } from '../state/settings.ts';
import { openedInput, savedInput } from './saved-input.ts';

const DEFAULTS = fallbackState(GATE_TABLE);
const settings = (part: Partial<GateSettings>): GateSettings => ({ ...DEFAULTS, ...part });

describe('the input of a saved file', () => {
  it.each<[string, Partial<GateSettings>]>([
    ['a text', { input: 'text', level: 'word', text: '鲸 a b\n"&=#', sentence: 'b' }],
    ['a text that no link carries', { text: '白鲸 '.repeat(3000), sentence: '鲸'.repeat(900) }],
    ['numbers', { input: 'numbers', numbers: '1 2\n3 4', classes: 3 }],
    ['a task', { input: 'task', task: 'names', example: 7 }],
    ['the lab’s own text, without read-out', { head: false }],
  ])('comes back as it was: %s', (_name, part) => {
    const saved = settings(part);
    const plan = planOf(saved);
    const back = openedInput(
      settings({ input: 'numbers', numbers: '9', text: 'z', classes: 9 }),
      savedInput(saved, plan),
      plan.network,
    );
    const again = planOf({ ...DEFAULTS, ...back, head: plan.network.classes !== null });
    expect(again.input).toEqual(plan.input);
    expect(again.classes).toEqual(plan.classes);
    expect(again.targets).toEqual(plan.targets);
  });

  it('names its symbols for others, and has none for numbers', () => {
    const words = settings({ level: 'word', text: 'a b a' });
    expect(savedInput(words, planOf(words)).vocabulary).toEqual(['⟨UNK⟩', 'a', 'b']);
    const numbers = settings({ input: 'numbers' });
    expect(savedInput(numbers, planOf(numbers)).vocabulary).toBeNull();
  });

  it('is left where the network does not fit on it, or nothing of the lab is said', () => {
    const saved = savedInput(DEFAULTS, planOf(DEFAULTS));
    const { network } = planOf(settings({ text: 'only these' }));
    expect(openedInput(DEFAULTS, saved, network)).toBeNull();
    const own = planOf(DEFAULTS).network;
    expect(openedInput(DEFAULTS, { vocabulary: null, context: null }, own)).toBeNull();
    expect(openedInput(DEFAULTS, { vocabulary: null, context: '#figure=other' }, own)).toBeNull();
    expect(openedInput(DEFAULTS, { vocabulary: null, context: '#figure=gate-input&V=x' }, own)).toBeNull();
  });
});
