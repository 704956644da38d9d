import { expect, it } from 'vitest';
import { MOST_BYTES, readList } from './read-list.ts';

const fileOf = (bytes: BlobPart, size?: number) => {
  const file = new File([bytes], 'questions.txt');
  if (size !== undefined) Object.defineProperty(file, 'size', { value: size });
  return file;
};

it('reads text in any script', async () => {
  expect(await readList(fileOf(': 方位\n东 西 南 北\n'))).toEqual({
    ok: true,
    name: 'questions.txt',
    text: ': 方位\n东 西 南 北\n',
  });
});

it.each([
  ['a file that is too large', fileOf('a', MOST_BYTES + 1), 'large'],
  ['another encoding', fileOf(Uint8Array.of(0xb6, 0xab, 0x20, 0xce, 0xf7)), 'text'],
  ['a picture', fileOf(Uint8Array.of(0x47, 0x49, 0x46, 0, 0)), 'text'],
])('says what is wrong with %s', async (_name, file, reason) => {
  expect(await readList(file)).toMatchObject({ ok: false, reason });
});
