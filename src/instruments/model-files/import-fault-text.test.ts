import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../i18n/locale.ts';
import { modelFilesMessages } from '../../i18n/messages/model-files.ts';
import { networkFilesMessages } from '../../i18n/messages/network-files.ts';
import { translate } from '../../i18n/translate.ts';
import type { NetworkFault } from '../network-files/fault-text.ts';
import { importFaultText } from './import-fault-text.ts';
import type { ImportFault } from './import-model.ts';
import type { ImportNote } from './model-files.ts';
import { noteText } from './note-text.ts';

type Own = Exclude<ImportFault, NetworkFault>;
/** One of every kind of ours. A new code without a line here is an error of types. */
const FAULTS: { readonly [C in Own['code']]: Extract<Own, { code: C }> } = {
  'no-weights': { code: 'no-weights', found: ['vocab.json'] },
  'several-files': { code: 'several-files', kind: 'json', names: ['a.json', 'b.json'] },
  'no-vocabulary': { code: 'no-vocabulary' },
  'no-json': { code: 'no-json', name: 'vocab.json', detail: 'Unexpected end' },
  'not-together': { code: 'not-together', weights: 'a.safetensors', json: 'b.json' },
  'other-size': { code: 'other-size', what: 'vocabulary', expected: '71', found: '70' },
  'newer-version': { code: 'newer-version', found: '9', known: 1 },
  'unknown-first': { code: 'unknown-first', found: 'the' },
  field: { code: 'field', path: 'settings.layers', expected: '0, 1, 2 … ≥ 1', found: '"two"' },
  'vocabulary-form': { code: 'vocabulary-form', found: '7' },
  'vocabulary-entry': { code: 'vocabulary-entry', at: 'cat', found: '1.5' },
  'duplicate-token': { code: 'duplicate-token', token: 'cat', ids: [3, 9] },
  'duplicate-id': { code: 'duplicate-id', id: 4, tokens: ['cat', 'dog'] },
  'missing-id': { code: 'missing-id', id: 2, size: 9 },
  'other-tokens': { code: 'other-tokens', examples: ['Ġthe', '##ing'], count: 8, size: 9 },
  'both-ways': { code: 'both-ways' },
  'no-decoder': { code: 'no-decoder', expected: [71, 128], found: [] },
  'no-embedding': { code: 'no-embedding', expected: [71, 64], found: ['fc.weight (71, 128)'] },
  'vocabulary-size': { code: 'vocabulary-size', name: 'fc.weight', expected: 71, found: 72 },
  'several-decoders': { code: 'several-decoders', names: ['a.weight', 'b.weight'] },
};

const NOTES: { readonly [C in ImportNote['code']]: Extract<ImportNote, { code: C }> } = {
  'no-training': { code: 'no-training' },
  'training-dropped': { code: 'training-dropped', path: 'training.optimizer', expected: '(9)', found: '(1)' },
  rounded: { code: 'rounded' },
  'settings-ours': { code: 'settings-ours' },
  embedding: { code: 'embedding', name: 'encoder.weight', inputs: 71 },
  'unknown-added': { code: 'unknown-added' },
  renamed: { code: 'renamed', unknown: '<unk>', end: '<eos>' },
  unreachable: { code: 'unreachable', count: 2, examples: ['New York'] },
  nonlinearity: { code: 'nonlinearity', taken: 'tanh' },
  'zero-bias': { code: 'zero-bias' },
  'head-zero-bias': { code: 'head-zero-bias', name: 'fc.bias' },
  unused: { code: 'unused', tensors: [{ name: 'ln.weight', shape: [128] }] },
};

describe.each(LOCALES)('why files do not open, in %s', (locale) => {
  const say: Parameters<typeof importFaultText>[0] = (code, values) =>
    translate(locale, code, values, modelFilesMessages);
  const sayNetwork: Parameters<typeof importFaultText>[1] = (code, values) =>
    translate(locale, code, values, networkFilesMessages);
  const sentences = new Map(
    Object.values(FAULTS).map((fault) => [fault, importFaultText(say, sayNetwork, fault)] as const),
  );

  it('is a sentence for each, with its own values and no gap', () => {
    for (const sentence of sentences.values()) expect(sentence).not.toMatch(/[{}]|undefined|model-files\./);
    expect(new Set(sentences.values()).size).toBe(sentences.size);
  });

  it('names files, tensors, tokens and numbers', () => {
    for (const [fault, sentence] of sentences) {
      const told = Object.entries(fault).filter(([key]) => !['code', 'kind', 'what'].includes(key));
      for (const value of told.flatMap(([, each]) => each)) expect(sentence).toContain(String(value));
    }
  });

  it('says what to know of a model that opened', () => {
    const notes = Object.values(NOTES).map((note) => noteText(say, note));
    for (const note of notes) expect(note).not.toMatch(/[{}]|undefined|model-files\./);
    expect(new Set(notes).size).toBe(notes.length);
    expect(noteText(say, { code: 'renamed', unknown: '', end: '<eos>' })).not.toContain('UNK');
  });
});
