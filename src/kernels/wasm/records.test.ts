import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EMBEDDING_FIELDS } from './embedding-records.ts';
import { SEARCH_FIELDS } from './neighbour-search.ts';
import { LAYER_FIELDS, MODEL_FIELDS } from './records.ts';
import { GRID_FIELDS } from './tsne-grid-plan.ts';
import { MOTION_FIELDS } from './tsne-plan.ts';

/** The fields of the only class of an assembly file, in order. */
function fieldsOf(file: string): readonly string[] {
  const text = readFileSync(new URL(`./assembly/${file}`, import.meta.url), 'utf8');
  const body = text.slice(text.indexOf('@unmanaged'), text.indexOf('\n}', text.indexOf('@unmanaged')));
  return [...body.matchAll(/^ {2}(\w+): (?:i32|u32|f32|usize);$/gm)].map((match) => match[1] ?? '');
}

it.each([
  ['layer.ts', LAYER_FIELDS],
  ['model.ts', MODEL_FIELDS],
  ['embedding.ts', EMBEDDING_FIELDS],
  ['neighbours.ts', SEARCH_FIELDS],
  ['tsne-descent.ts', MOTION_FIELDS],
  ['tsne-grid.ts', GRID_FIELDS],
] as const)('%s declares the fields that this side writes', (file, fields) => {
  expect(fieldsOf(file)).toEqual([...fields]);
});
