import { describe, expect, it } from 'vitest';
import { type Focus, keyAction } from './keys.ts';

const act = (key: string, focus: Focus = 'stage') => keyAction({ key, modified: false, focus });
const PLACES: readonly Focus[] = ['stage', 'control', 'figure', 'text', 'dialog'];

describe('keyAction', () => {
  it.each(PLACES)('obeys a clicker wherever the focus is: %s', (focus) => {
    expect(act('PageDown', focus)).toBe('next');
    expect(act('PageUp', focus)).toBe('previous');
  });

  it.each(['ArrowRight', 'ArrowLeft', ' ', 'Home', 'End', '?'])(
    'leaves %j to the figure that has the focus',
    (key) => {
      expect(act(key)).not.toBeNull();
      expect(act(key, 'figure')).toBeNull();
      expect(act(key, 'text')).toBeNull();
    },
  );

  it.each([
    ['b', 'blackout'],
    ['B', 'blackout'],
    ['.', 'blackout'],
    ['l', 'laser'],
    ['n', 'notes'],
    ['F', 'fullscreen'],
    ['+', 'larger'],
    ['-', 'smaller'],
    ['0', 'fitted'],
  ] as const)('takes %s even inside a figure, but never out of a text', (key, action) => {
    expect(act(key, 'figure')).toBe(action);
    expect(act(key, 'text')).toBeNull();
    expect(act(key, 'dialog')).toBeNull();
  });

  it('presses a focused button with space, and moves with it elsewhere', () => {
    expect(act(' ')).toBe('next');
    expect(act(' ', 'control')).toBeNull();
    expect(act('ArrowRight', 'control')).toBe('next');
  });

  it('leaves by Escape, but not out of a figure, a text or a dialog', () => {
    expect(act('Escape')).toBe('leave');
    expect(act('Escape', 'control')).toBe('leave');
    for (const focus of ['figure', 'text', 'dialog'] as const) expect(act('Escape', focus)).toBeNull();
  });

  it('never takes Tab, nor the browser’s own shortcuts', () => {
    for (const focus of PLACES) expect(act('Tab', focus)).toBeNull();
    for (const key of ['f', 'PageDown', 'l', '+', '0'])
      expect(keyAction({ key, modified: true, focus: 'stage' })).toBeNull();
  });
});
