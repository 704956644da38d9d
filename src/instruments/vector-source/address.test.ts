import { describe, expect, it } from 'vitest';
import { maybeAddress } from './address.ts';

describe('maybeAddress', () => {
  it('takes what can be fetched', () => {
    expect(maybeAddress('  https://example.org/a b.vec'.replace(' b', '%20b'))?.host).toBe('example.org');
    expect(maybeAddress('https://例子.测试/向量.txt')?.pathname).toBe('/%E5%90%91%E9%87%8F.txt');
    expect(maybeAddress('http://localhost:8000/a.vec')?.port).toBe('8000');
  });

  it.each([
    '',
    'a.vec',
    'example.org/a.vec',
    'http://example.org/a.vec',
    'javascript:alert(1)',
    'data:text/plain,a 1',
    'file:///etc/passwd',
    'https://',
    'https://example.org/a b.vec',
    'https://a.org\nhttps://b.org',
  ])('takes %j for none', (text) => {
    expect(maybeAddress(text)).toBeNull();
  });
});
