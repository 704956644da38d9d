import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../i18n/locale.ts';
import { networkFilesMessages } from '../../i18n/messages/network-files.ts';
import { translate } from '../../i18n/translate.ts';
import type { FileKind } from '../../models/convert/file-kind.ts';
import { faultText, type NetworkFault, type SayFiles } from './fault-text.ts';

type Code = NetworkFault['code'];
/** One of every kind. A new code without a line here is an error of types. */
const FAULTS: { readonly [C in Code]: Extract<NetworkFault, { code: C }> } = {
  'too-short': { code: 'too-short', expected: 8, found: 3 },
  'header-length': { code: 'header-length', byte: 0, atMost: 12, found: 2 ** 60 },
  'utf-8': { code: 'utf-8', byte: 9 },
  json: { code: 'json', byte: 11, expected: ', or }', found: '' },
  duplicate: { code: 'duplicate', byte: 40, name: 'weight_ih_l0', within: null },
  metadata: { code: 'metadata', key: null, found: 'array' },
  entry: { code: 'entry', name: 'w', field: 'shape', expected: 'whole numbers', found: '["a"]' },
  dtype: { code: 'dtype', name: 'w', expected: ['F32', 'F64'], found: 'F8_E4M3' },
  outside: { code: 'outside', name: 'w', expected: [0, 8], found: [4, 12] },
  size: { code: 'size', name: 'w', dtype: 'F32', shape: [2, 3], expected: 24, found: 20 },
  overlap: { code: 'overlap', name: 'w', other: 'v', range: [4, 8] },
  hole: { code: 'hole', before: null, range: [8, 16] },
  value: { code: 'value', name: 'w', index: 1, byte: 90, expected: '0 or 1', found: '7' },
  kind: { code: 'kind', kind: 'torch' },
  'too-big': { code: 'too-big', atMost: 64 * 2 ** 20, found: 65 * 2 ** 20 + 1 },
  unreadable: { code: 'unreadable' },
  'no-network': { code: 'no-network', expected: 'weight_ih_l0', found: [...'abcdefgh'] },
  'several-networks': { code: 'several-networks', prefixes: ['encoder.', ''] },
  projection: { code: 'projection', name: 'weight_hr_l0' },
  gates: { code: 'gates', name: 'weight_hh_l0', expected: [1, 3, 4], found: [10, 5] },
  missing: { code: 'missing', name: 'bias_hh_l1' },
  shape: { code: 'shape', name: 'weight_ih_l0', expected: [12, null], found: [2, 12] },
  'not-finite': { code: 'not-finite', name: 'weight_hh_l0', index: 7 },
};

const KINDS = [
  'torch',
  'pickle',
  'numpy',
  'keras',
  'hdf5',
  'onnx',
  'gguf',
  'index',
  'json',
  'pointer',
  'web-page',
  'zip',
  'empty',
  'unknown',
] as const satisfies readonly FileKind[];

const in_ =
  (locale: (typeof LOCALES)[number]): SayFiles =>
  (code, values) =>
    translate(locale, code, values, networkFilesMessages);

describe.each(LOCALES)('faults in %s', (locale) => {
  const all: readonly NetworkFault[] = [
    ...Object.values(FAULTS),
    ...KINDS.map((kind) => ({ code: 'kind', kind }) as const),
  ];

  it('have a sentence each, with its own values and no gap', () => {
    const sentences = all.map((fault) => faultText(in_(locale), fault));
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|null|files\.[a-z]/);
    // `kind: torch` stands twice.
    expect(new Set(sentences).size).toBe(all.length - 1);
  });

  it('name tensors and shapes as the file has them', () => {
    for (const fault of all) {
      const sentence = faultText(in_(locale), fault);
      if ('name' in fault) expect(sentence).toContain(fault.name);
      if (fault.code === 'shape') expect(sentence).toMatch(/12, ….*2, 12/);
    }
  });
});

describe('what to do', () => {
  const say = in_('en');
  it('tells a tensor that is only turned over from one that is wrong', () => {
    expect(faultText(say, FAULTS.shape)).toContain('Turned over it would fit');
    expect(faultText(say, { ...FAULTS.shape, found: [12] })).not.toContain('Turned');
  });

  it('lists few names and counts the rest', () => {
    expect(faultText(say, FAULTS['no-network'])).toContain('found a, b, c, d, e, f and 2 more.');
    expect(faultText(say, { ...FAULTS['no-network'], found: [] })).toContain('found no tensor.');
  });
});
