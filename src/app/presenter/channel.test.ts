import { describe, expect, it, vi } from 'vitest';
import { type Message, openChannel, readMessage, type TalkState } from './channel.ts';

const STATE: TalkState = {
  slug: 'lstm',
  title: 'LSTM',
  stops: [{ id: 'a', at: 'live', title: 'A', notes: ['One.'], minutes: 1, extra: false }],
  index: 0,
  last: 0,
  blackout: false,
  clock: { since: null, before: 0 },
};
const GOOD: readonly Message[] = [
  { kind: 'state', state: STATE },
  { kind: 'bye' },
  { kind: 'hello' },
  { kind: 'claim', stage: 's1' },
  { kind: 'taken', stage: 's1' },
  { kind: 'command', command: { kind: 'next' } },
  { kind: 'command', command: { kind: 'go', index: 3 } },
  { kind: 'command', command: { kind: 'blackout' } },
  { kind: 'command', command: { kind: 'clock', call: 'start', now: 5 } },
];

describe('readMessage', () => {
  it.each(GOOD)('reads %j', (message) => {
    expect(readMessage(structuredClone(message))).toEqual(message);
  });

  it.each<unknown>([
    null,
    'next',
    { kind: 'jump' },
    { kind: 'command' },
    { kind: 'command', command: { kind: 'go', index: 1.5 } },
    { kind: 'command', command: { kind: 'clock', call: 'start' } },
    { kind: 'command', command: { kind: 'clock', call: 'wind', now: 1 } },
    { kind: 'claim' },
    { kind: 'state', state: { ...STATE, stops: [{ id: 'a' }] } },
    { kind: 'state', state: { ...STATE, index: '0' } },
  ])('ignores %j', (data) => {
    expect(readMessage(data)).toBeNull();
  });
});

describe('openChannel', () => {
  it('joins the windows of one talk, not those of another', async () => {
    const heard = vi.fn();
    const other = vi.fn();
    const [notes, stage] = [openChannel('t1', heard), openChannel('t1', () => {})];
    const stranger = openChannel('t2', other);
    stage.post({ kind: 'bye' });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ kind: 'bye' }));
    expect(other).not.toHaveBeenCalled();
    stage.close();
    expect(() => stage.post({ kind: 'hello' })).not.toThrow();
    notes.close();
    stranger.close();
  });
});
