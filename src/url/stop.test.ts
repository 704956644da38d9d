import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStop, writeStop, writeTalk } from './stop.ts';

describe('the address of a stop', () => {
  it('may be empty', () => {
    expect(readStop('')).toEqual({ stop: null, figure: null, state: '', talk: null });
  });

  it('carries a figure’s state behind the stop', () => {
    const hash = writeStop('keep', '#figure=live&say=a+%26+b');
    expect(hash).toBe('#stop=keep&figure=live&say=a+%26+b');
    expect(readStop(hash)).toEqual({
      stop: 'keep',
      figure: 'live',
      state: '#figure=live&say=a+%26+b',
      talk: null,
    });
  });

  it('is a figure’s own link too', () => {
    expect(readStop('#figure=race&delay=10')).toMatchObject({
      stop: null,
      figure: 'race',
      state: '#figure=race&delay=10',
    });
  });

  it('says which talk to go on with', () => {
    expect(readStop(writeTalk('t1', 'keep'))).toMatchObject({ stop: 'keep', talk: 't1', state: '' });
    expect(readStop(writeTalk('t1'))).toMatchObject({ stop: null, talk: 't1' });
  });

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (stop, say) => {
        const state = `#${new URLSearchParams({ figure: 'live', say })}`;
        expect(readStop(writeStop(stop, state))).toEqual({ stop, figure: 'live', state, talk: null });
      }),
    );
  });
});
