import { expect, it } from 'vitest';
import { counts, programCode, reads, repeat, writes } from './program.ts';

it('declares buffers and parameters in order, before the body', () => {
  const code = programCode({
    key: 'double',
    buffers: [reads('source'), reads('ids', 'i32'), writes('result')],
    params: [...counts('count'), ['scale', 'f32']],
    body: () => 'fn main() {}',
  });
  expect(code.split('\n')).toEqual([
    '@group(0) @binding(0) var<storage, read> source: array<f32>;',
    '@group(0) @binding(1) var<storage, read> ids: array<i32>;',
    '@group(0) @binding(2) var<storage, read_write> result: array<f32>;',
    'struct Params {',
    '  count: u32,',
    '  scale: f32,',
    '}',
    '@group(0) @binding(3) var<uniform> params: Params;',
    'fn main() {}',
  ]);
});

it('repeats', () => {
  expect(repeat(3, (i) => `x${i}`, ', ')).toBe('x0, x1, x2');
  expect(repeat(0, String)).toBe('');
});
