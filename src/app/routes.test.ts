import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptSearch, type Page, parseRoute, pathOf } from './routes.ts';

describe('parseRoute', () => {
  it.each<[string, Page]>([
    ['/en/', { name: 'home' }],
    ['/en', { name: 'home' }],
    ['/en/lessons/lstm', { name: 'lesson', slug: 'lstm' }],
    ['/en/lessons/lstm/', { name: 'lesson', slug: 'lstm' }],
    ['/en/present/lstm', { name: 'present', of: 'lesson', slug: 'lstm' }],
    ['/en/present/lstm/notes', { name: 'notes', of: 'lesson', slug: 'lstm' }],
    ['/en/present', { name: 'missing', path: '/en/present' }],
    ['/en/present/lstm/slides', { name: 'missing', path: '/en/present/lstm/slides' }],
    ['/en/present/lstm/notes/2', { name: 'missing', path: '/en/present/lstm/notes/2' }],
    ['/en/labs/gate', { name: 'lab', slug: 'gate' }],
    ['/en/labs/gate/present', { name: 'present', of: 'lab', slug: 'gate' }],
    ['/en/labs/gate/notes', { name: 'notes', of: 'lab', slug: 'gate' }],
    ['/en/labs', { name: 'missing', path: '/en/labs' }],
    ['/en/labs/gate/slides', { name: 'missing', path: '/en/labs/gate/slides' }],
    ['/en/labs/gate/notes/2', { name: 'missing', path: '/en/labs/gate/notes/2' }],
    ['/en/settings', { name: 'settings' }],
    ['/en/bench', { name: 'bench' }],
    ['/en/gallery', { name: 'gallery', id: null }],
    ['/en/gallery/gate%20box', { name: 'gallery', id: 'gate box' }],
    ['/en/lessons', { name: 'missing', path: '/en/lessons' }],
    ['/en/lessons/lstm/figures', { name: 'missing', path: '/en/lessons/lstm/figures' }],
    ['/en/bench/more', { name: 'missing', path: '/en/bench/more' }],
    ['/en/settings/more', { name: 'missing', path: '/en/settings/more' }],
  ])('reads %s', (path, page) => {
    expect(parseRoute(path)).toEqual({ name: 'page', locale: 'en', page });
  });

  it('sends the root on and misses what has no language', () => {
    expect(parseRoute('/')).toEqual({ name: 'root' });
    expect(parseRoute('')).toEqual({ name: 'root' });
    expect(parseRoute('/fr/')).toEqual({
      name: 'page',
      locale: null,
      page: { name: 'missing', path: '/fr/' },
    });
  });

  it('survives an address that is no proper encoding', () => {
    expect(parseRoute('/zh/lessons/%E0%A4%A')).toMatchObject({ locale: 'zh', page: { slug: '%E0%A4%A' } });
  });

  it('reads back every page that has an address', () => {
    const name = fc
      .string({ minLength: 1 })
      .filter((text) => text.trim() !== '' && text !== '.' && text !== '..');
    const page = fc.oneof<fc.Arbitrary<Page>[]>(
      fc.constantFrom({ name: 'home' } as const, { name: 'settings' } as const, { name: 'bench' } as const),
      name.map((slug) => ({ name: 'lesson', slug }) as const),
      name.map((slug) => ({ name: 'lab', slug }) as const),
      fc.record({
        name: fc.constantFrom('present' as const, 'notes' as const),
        of: fc.constantFrom('lesson' as const, 'lab' as const),
        slug: name,
      }),
      fc.option(name).map((id) => ({ name: 'gallery', id }) as const),
    );
    fc.assert(
      fc.property(page, fc.constantFrom('en' as const, 'zh' as const), (wanted, locale) => {
        expect(parseRoute(pathOf(wanted, locale))).toEqual({ name: 'page', locale, page: wanted });
      }),
    );
  });
});

describe('pathOf', () => {
  it('keeps a missing page missing in the other language', () => {
    expect(pathOf({ name: 'missing', path: '/en/nowhere' }, 'zh')).toBe('/zh/nowhere');
    expect(pathOf({ name: 'missing', path: '/nowhere' }, 'zh')).toBe('/zh/nowhere');
  });
});

describe('keptSearch', () => {
  it('keeps the pinned tier and nothing else', () => {
    expect(keptSearch('?backend=js&text=secret')).toBe('?backend=js');
    expect(keptSearch('?text=secret')).toBe('');
    expect(keptSearch('?backend=a%26b')).toBe('?backend=a%26b');
  });
});
