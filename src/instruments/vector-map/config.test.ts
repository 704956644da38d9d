import { describe, expect, it } from 'vitest';
import { fallbackState, readFragment, writeFragment } from '../../url/fragment.ts';
import { projectionConfig } from './config.ts';
import { MAP_TABLE, METHODS } from './settings.ts';

const settings = fallbackState(MAP_TABLE);

describe('projectionConfig', () => {
  it('asks for what the settings say', () => {
    const told = {
      ...settings,
      perplexity: 12,
      dimensions: '3',
      seed: 9,
      distances: 'euclid',
      rate: 77,
    } as const;
    expect(projectionConfig(told, 500)).toMatchObject({
      method: { kind: 'tsne', perplexity: 12, dimensions: 3, learningRate: 77 },
      metric: 'euclid',
      seed: 9,
    });
  });

  it('gives UMAP the epochs of its authors: fewer for many points', () => {
    const umap = { ...settings, projection: 'umap' } as const;
    expect(projectionConfig(umap, 500)).toMatchObject({ until: 500, method: { epochs: 500 } });
    expect(projectionConfig(umap, 20_000)).toMatchObject({ until: 200, method: { epochs: 200 } });
  });

  it('needs a component for each dimension of PCA', () => {
    const pca = { ...settings, projection: 'pca', dimensions: '3' } as const;
    expect(projectionConfig(pca, 10).method).toMatchObject({ kind: 'pca', components: [0, 1, 2] });
  });
});

describe('the link of a map', () => {
  it.each(METHODS)('carries %s and the words of any script', (projection) => {
    const told = {
      ...settings,
      projection,
      only: '天 地 "new york"',
      rate: 500,
      colour: 'column',
      column: 'a&b',
    } as const;
    const read = readFragment(MAP_TABLE, 'map', writeFragment(MAP_TABLE, 'map', told));
    expect({ ...settings, ...read?.state }).toEqual(told);
    expect(read?.notices).toEqual([]);
  });

  it('has keys of its own for every field', () => {
    const keys = Object.values(MAP_TABLE).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
