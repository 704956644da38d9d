import { describe, expect, it } from 'vitest';
import { readFragment } from '../../url/fragment.ts';
import { BASE_TABLE, defaultSettings } from './settings.ts';
import { readFigureFile, shareLink, writeFigureFile } from './share.ts';

const settings = defaultSettings();
const point = (count: number) => ({
  step: 40,
  tier: 'js' as const,
  parameters: Float64Array.from({ length: count }, (_, i) => Math.sin(i)),
});

describe('shareLink', () => {
  it('carries few weights, as 32-bit floats, in at most 8 kB', () => {
    const shared = shareLink(BASE_TABLE, 'net', settings, point(1500));
    if (!shared.ok) throw new Error(shared.code);
    expect(shared.link.carries).toBe('weights');
    const read = readFragment(BASE_TABLE, 'net', shared.link.hash);
    expect(read?.notices).toEqual([]);
    expect(read?.state.weights).toEqual(Float32Array.from(point(1500).parameters));
  });

  it('carries seed, step and tier of a larger network', () => {
    const shared = shareLink(BASE_TABLE, 'net', { ...settings, seed: 7 }, point(40_000));
    if (!shared.ok) throw new Error(shared.code);
    expect(shared.link).toEqual({ hash: '#figure=net&seed=7&step=40&tier=js', carries: 'step' });
  });

  it('carries settings alone before the first step', () => {
    const shared = shareLink(BASE_TABLE, 'net', settings, null);
    expect(shared).toEqual({ ok: true, link: { hash: '#figure=net', carries: 'settings' } });
  });

  it('refuses a text that no link can carry, instead of cutting it', () => {
    const long = { ...settings, corpus: 'own' as const, ownText: '鲸'.repeat(700) };
    expect(shareLink(BASE_TABLE, 'net', long, null)).toMatchObject({ ok: false, limit: 2048 });
  });
});

describe('figure file', () => {
  const checkpoint = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);

  it('gives back settings, the whole own text and the checkpoint', () => {
    const saved = { ...settings, hidden: 12, corpus: 'own' as const, ownText: '鲸'.repeat(5000) };
    const read = readFigureFile(BASE_TABLE, writeFigureFile(saved, checkpoint));
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.file.checkpoint).toEqual(checkpoint);
    expect(read.file.settings).toMatchObject({ hidden: 12, ownText: saved.ownText });
  });

  it.each([
    ['not json at all', 'share.badFile.json'],
    ['[1, 2]', 'share.badFile.json'],
    ['{"format":"unrolled-figure","version":2,"settings":{}}', 'share.badFile.format'],
    ['{"format":"other"}', 'share.badFile.format'],
    ['{"format":"unrolled-figure","version":1,"settings":{},"checkpoint":"***"}', 'share.badFile.checkpoint'],
    ['{"format":"unrolled-figure","version":1,"settings":{}}', 'share.badFile.checkpoint'],
  ])('says what is wrong with %s', (text, code) => {
    expect(readFigureFile(BASE_TABLE, text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('takes only sensible settings from a file', () => {
    const text = JSON.stringify({
      format: 'unrolled-figure',
      version: 1,
      settings: { hidden: 1e9, cell: '<b>', seed: 'x', unknown: 1 },
      checkpoint: '',
    });
    const read = readFigureFile(BASE_TABLE, text);
    expect(read.ok && read.file.settings).toEqual({ hidden: 64, cell: 'lstm', seed: 1 });
  });
});
