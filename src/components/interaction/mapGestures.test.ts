import { describe, expect, it } from 'vitest';
import { attachMapHand, type MapHand } from './mapGestures.ts';

/** A hand on an element of 400 × 300 px that lies at (10, 20): what the map is told. */
function bench(mode: ReturnType<MapHand['mode']> = 'pan', wheelZooms = false) {
  const told: string[] = [];
  const round = (values: readonly number[]) => values.map((value) => Math.round(100 * value) / 100).join(' ');
  const element = Object.assign(new EventTarget(), {
    getBoundingClientRect: () => ({ left: 10, top: 20 }),
    setPointerCapture() {},
  });
  const stop = attachMapHand(element as unknown as HTMLElement, {
    mode: () => mode,
    wheelZooms: () => wheelZooms,
    onZoom: (factor, at) => told.push(`zoom ${round([factor, ...at])}`),
    onPan: (x, y) => told.push(`pan ${round([x, y])}`),
    onOrbit: (x, y) => told.push(`orbit ${round([x, y])}`),
    onLasso: (outline, done) => told.push(`lasso ${outline.length}${done ? ' done' : ''}`),
    onHover: (at) => told.push(at ? `hover ${round(at)}` : 'left'),
    onTap: (at, isTouch) => told.push(`tap ${round(at)}${isTouch ? ' touch' : ''}`),
    onScrollPast: () => told.push('scroll'),
  });
  const send = (type: string, x: number, y: number, more: object = {}) => {
    const event = Object.assign(new Event(type, { cancelable: true }), {
      clientX: x + 10,
      clientY: y + 20,
      button: 0,
      pointerId: 1,
      pointerType: 'mouse',
      ...more,
    });
    element.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { told, send, stop };
}

describe('attachMapHand', () => {
  it('tells a tap from a drag', () => {
    const { told, send } = bench();
    send('pointermove', 5, 5);
    send('pointerdown', 50, 50);
    send('pointermove', 52, 51);
    send('pointerup', 52, 51);
    send('pointerdown', 50, 50);
    send('pointermove', 60, 50);
    send('pointermove', 70, 55);
    send('pointerup', 70, 55);
    send('pointerleave', 0, 0);
    expect(told).toEqual(['hover 5 5', 'tap 52 51', 'pan 10 5', 'left']);
  });

  it('turns in three dimensions, and moves with Shift', () => {
    const { told, send } = bench('orbit');
    send('pointerdown', 50, 50);
    send('pointermove', 60, 50);
    send('pointermove', 63, 50);
    send('pointermove', 64, 52, { shiftKey: true });
    expect(told).toEqual(['orbit 3 0', 'pan 1 2']);
  });

  it('draws a lasso until the button is let go', () => {
    const { told, send } = bench('lasso');
    send('pointerdown', 0, 0);
    for (const x of [10, 20, 30]) send('pointermove', x, x * x);
    send('pointerup', 0, 0);
    expect(told).toEqual(['lasso 2', 'lasso 3', 'lasso 3 done']);
  });

  it('leaves the wheel to the page unless Ctrl is held or the map is all there is', () => {
    const shy = bench();
    expect(shy.send('wheel', 100, 80, { deltaY: -100, deltaMode: 0 })).toBe(false);
    expect(shy.send('wheel', 100, 80, { deltaY: -40, deltaMode: 0, ctrlKey: true })).toBe(true);
    expect(shy.told).toEqual(['scroll', 'zoom 1.32 100 80']);
    const bold = bench('pan', true);
    expect(bold.send('wheel', 0, 0, { deltaY: 100, deltaMode: 0 })).toBe(true);
    expect(bold.told[0]).toMatch(/^zoom 0\.8/);
  });

  it('zooms by two fingers about their middle, which moves the map along; neither is a tap', () => {
    const { told, send } = bench();
    const touch = (id: number) => ({ pointerId: id, pointerType: 'touch' });
    send('pointerdown', 100, 100, touch(1));
    send('pointerdown', 200, 100, touch(2));
    send('pointermove', 220, 100, touch(2));
    expect(told).toEqual(['zoom 1.2 150 100', 'pan 10 0']);
    send('pointerup', 220, 100, touch(2));
    send('pointerup', 100, 100, touch(1));
    expect(told).toHaveLength(2);
  });

  it('lets go when the browser takes the finger to scroll, and hears nothing once it has ended', () => {
    const { told, send, stop } = bench();
    send('pointerdown', 10, 10, { pointerType: 'touch' });
    send('pointercancel', 10, 40, { pointerType: 'touch' });
    send('pointerup', 10, 40, { pointerType: 'touch' });
    stop();
    send('pointermove', 5, 5);
    expect(told).toEqual([]);
  });
});
