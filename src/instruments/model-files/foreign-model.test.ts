import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtureBytes } from '../../models/convert/fixtures.testkit.ts';
import { networkOf } from '../../models/language/next-symbol.ts';
import { forwardNetwork, networkZeroStates, viewNetwork } from '../../models/network/token-network.ts';
import { headLogits, softmax } from '../../models/softmax/full.ts';
import { END_TOKEN, UNKNOWN_TOKEN } from '../../models/text/vocabulary.ts';
import { importModel } from './import-model.ts';
import type { ImportedModel } from './model-files.ts';

/** What PyTorch computed with the file: see `fixtures/language.py`. */
interface Said {
  readonly tokens: readonly string[];
  readonly classes: readonly string[];
  /** (T, V). */
  readonly p: readonly (readonly number[])[];
}

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../models/convert/fixtures/${name}`, import.meta.url), 'utf8'));
const SAID = fixture('language-outputs.json') as Said;
const OURS: Readonly<Record<string, string>> = { '<unk>': UNKNOWN_TOKEN, '<eos>': END_TOKEN };
const ourName = (token: string): string => OURS[token] ?? token;

async function opened(vocabulary: unknown): Promise<ImportedModel> {
  const result = await importModel([
    { name: 'speaker.safetensors', bytes: new Blob([fixtureBytes('language.safetensors')]) },
    { name: 'vocab.json', bytes: new Blob([JSON.stringify(vocabulary)]) },
  ]);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.model;
}

/** P of every token after each token of the passage (T, V). */
function probabilities({ shape, parameters, vocabulary }: ImportedModel, tokens: readonly string[]) {
  const network = networkOf(shape);
  const ids = Int32Array.from(tokens, (token) => vocabulary.ids.get(token) ?? 0);
  const { output } = forwardNetwork(network, parameters, ids, networkZeroStates(network, 1));
  const { head } = viewNetwork(network, parameters);
  return softmax(headLogits(head, output, ids.length), shape.vocabulary);
}

describe('a language model that PyTorch wrote', () => {
  it('says here what it says there', async () => {
    const model = await opened(fixture('language-vocab.json'));
    const p = probabilities(model, SAID.tokens.map(ourName));
    SAID.p.forEach((row, step) => {
      SAID.classes.forEach((token, id) => {
        const ours = model.vocabulary.ids.get(ourName(token)) ?? Number.NaN;
        expect(p[step * SAID.classes.length + ours]).toBeCloseTo(row[id] ?? Number.NaN, 12);
      });
    });
  });

  it('opens with what a reader has to know of it', async () => {
    const { config, origin, notes, checkpoint, shape } = await opened(fixture('language-vocab.json'));
    expect(shape).toMatchObject({
      vocabulary: 7,
      hidden: 4,
      layers: 2,
      spec: { kind: 'gru', reset: 'after' },
    });
    expect(config.task).toEqual({
      kind: 'next-symbol',
      text: '',
      level: 'word',
      ends: 'lines',
      vocabulary: 7,
    });
    expect([origin, checkpoint]).toEqual(['other', null]);
    expect(notes.map(({ code }) => code)).toEqual(['embedding', 'renamed', 'settings-ours']);
  });

  it('is given ⟨UNK⟩ when its tokens have none, and says the rest as before', async () => {
    const renamed = SAID.classes.map((token) => (token === '<unk>' ? 'bird' : token));
    const model = await opened(renamed);
    const p = probabilities(model, ['the', 'bird']);
    expect(model.notes).toContainEqual({ code: 'unknown-added' });
    expect(model.shape.vocabulary).toBe(8);
    expect(p[0]).toBeLessThan(1e-40);
    expect(p[model.vocabulary.ids.get('cat') ?? -1]).toBeCloseTo(SAID.p[0]?.[1] ?? Number.NaN, 12);
  });
});
