import { describe, expect, it } from 'vitest';
import { pageHead } from './head.ts';

describe('pageHead', () => {
  it('names a lesson in its language', () => {
    expect(pageHead({ name: 'lesson', slug: 'lstm' }, 'en').title).toBe('Long short-term memory · Unrolled');
    expect(pageHead({ name: 'lesson', slug: 'lstm' }, 'zh').title).toBe('长短期记忆网络 · Unrolled');
  });
  it('tells the windows of a talk apart', () => {
    const title = (name: 'present' | 'notes') => pageHead({ name, of: 'lesson', slug: 'lstm' }, 'en').title;
    expect(title('present')).toBe('Presenting: Long short-term memory · Unrolled');
    expect(title('notes')).toBe('Speaker notes: Long short-term memory · Unrolled');
  });
  it('names a lab and its windows', () => {
    expect(pageHead({ name: 'lab', slug: 'gate' }, 'zh').title).toBe('门控实验室 · Unrolled');
    expect(pageHead({ name: 'notes', of: 'lab', slug: 'gate' }, 'en').title).toBe(
      'Speaker notes: Gate lab · Unrolled',
    );
  });
  it('calls an unknown lesson missing', () => {
    const missing = pageHead({ name: 'missing', path: '/en/x' }, 'en');
    expect(pageHead({ name: 'lesson', slug: 'nothing' }, 'en')).toEqual(missing);
  });
});
