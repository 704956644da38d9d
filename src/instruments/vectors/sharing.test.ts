import { describe, expect, it } from 'vitest';
import { createSharing } from './sharing.ts';

function bench() {
  const ended: string[] = [];
  let made = 0;
  let due: (() => void) | null = null;
  const sharing = createSharing<string, string>({
    create: () => `thing ${++made}`,
    end: (thing) => ended.push(thing),
    after(callback) {
      due = callback;
      return () => {
        due = null;
      };
    },
  });
  return { sharing, ended, wait: () => due?.() };
}

describe('createSharing', () => {
  it('gives all users of a key the same thing', () => {
    const { sharing } = bench();
    const first = sharing.look('a');
    sharing.use('a');
    expect([sharing.look('a'), sharing.look('b')]).toEqual([first, 'thing 2']);
  });

  it('ends it a while after the last user left, unless somebody comes', () => {
    const { sharing, ended, wait } = bench();
    sharing.look('a');
    const leave = [sharing.use('a'), sharing.use('a')];
    leave[0]?.();
    leave[0]?.();
    wait();
    expect(ended).toEqual([]);
    leave[1]?.();
    const back = sharing.use('a');
    wait();
    expect(ended).toEqual([]);
    back();
    wait();
    expect(ended).toEqual(['thing 1']);
  });
});
