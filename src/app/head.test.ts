import { describe, expect, it } from 'vitest';
import { pageHead } from './head.ts';

describe('pageHead', () => {
  it('names a lesson in its language', () => {
    expect(pageHead({ name: 'lesson', slug: 'lstm' }, 'en').title).toBe('Long short-term memory · Unrolled');
    expect(pageHead({ name: 'lesson', slug: 'lstm' }, 'zh').title).toBe('长短期记忆网络 · Unrolled');
  });
  it('tells the windows of a talk apart', () => {
    const title = (name: 'present' | 'notes') => pageHead({ name, slug: 'lstm' }, 'en').title;
    expect(title('present')).toBe('Presenting: Long short-term memory · Unrolled');
    expect(title('notes')).toBe('Speaker notes: Long short-term memory · Unrolled');
  });
  it('calls an unknown lesson missing', () => {
    const missing = pageHead({ name: 'missing', path: '/en/x' }, 'en');
    expect(pageHead({ name: 'lesson', slug: 'nothing' }, 'en')).toEqual(missing);
  });
});
