import { expect, it } from 'vitest';
import { choiceOf, textKey } from './text-key.ts';

it.each([
  { source: 'song-ci', ownText: '', kept: '' },
  { source: 'own', ownText: 'a "quoted", [odd] text\n', kept: '' },
  { source: 'kept', ownText: '', kept: '5f3a' },
] as const)('names a text: %o', (choice) => {
  expect(choiceOf(textKey(choice))).toEqual(choice);
});

it('is the same for the same text, whatever else was typed before', () => {
  const moby = { source: 'moby-dick', ownText: '', kept: '' } as const;
  expect(textKey({ ...moby, ownText: 'left over', kept: 'x' })).toBe(textKey(moby));
});

it.each(['', 'nonsense', '{"a":1}', '[1,2]', '["no-such-book"]'])('reads %j as the default', (key) => {
  expect(choiceOf(key)).toEqual({ source: 'moby-dick', ownText: '', kept: '' });
});
