import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileKind, KIND_BYTES } from './file-kind.ts';
import { fileOf } from './safetensors.testkit.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const ascii = (text: string) => new TextEncoder().encode(text);
/** The first bytes of a zip archive whose first file has this name. */
function zip(name: string): Uint8Array {
  const bytes = new Uint8Array(30 + name.length);
  bytes.set([0x50, 0x4b, 3, 4]);
  bytes[26] = name.length;
  bytes.set(ascii(name), 30);
  return bytes;
}

describe('fileKind', () => {
  it('knows what PyTorch and safetensors write', () => {
    expect(fileKind(fixture('rnn.pt').subarray(0, KIND_BYTES), 'rnn.pt')).toBe('torch');
    expect(fileKind(fixture('rnn.pt'), 'renamed.safetensors')).toBe('torch');
    for (const name of ['lstm', 'gru-f16', 'rnn-relu-bf16', 'two']) {
      expect(fileKind(fixture(`${name}.safetensors`), 'model.bin'), name).toBe('safetensors');
    }
  });

  it.each([
    // torch.save(…, _use_new_zipfile_serialization=False), numpy.save, numpy.savez, pickle.dumps with protocols 4 and 2
    ['80028a0a6cfc9c46f9206aa850192e80024de9032e80027d', 'x', 'torch'],
    ['934e554d5059010076007b27', 'a.npy', 'numpy'],
    ['504b03042d0000000000000021006e99b228ffffffffffffffff05001400612e6e7079', 'x.npz', 'numpy'],
    ['80047d942e', 'x.pkl', 'pickle'],
    ['80027d71002e', 'x.pkl', 'pickle'],
    ['80027d71002e', 'old.pth', 'torch'],
    ['894844460d0a1a0a00000000', 'model.h5', 'hdf5'],
    ['47475546030000000000', 'x.gguf', 'gguf'],
    ['080812077079746f726368', 'x.onnx', 'onnx'],
    ['', 'x.safetensors', 'empty'],
    ['0000', 'x.safetensors', 'safetensors'],
    ['0000', 'x', 'unknown'],
  ])('%s of %s is %s', (bytes, name, kind) => {
    expect(fileKind(hex(bytes), name)).toBe(kind);
  });

  it.each([
    ['version https://git-lfs.github.com/spec/v1\noid sha256:1', 'x.safetensors', 'pointer'],
    ['\n<!DOCTYPE html><html>', 'x.safetensors', 'web-page'],
    ['{"metadata": {}}', 'model.safetensors.index.json', 'index'],
    ['{"format":"layers-model"}', 'model.json', 'json'],
  ])('%j of %s is %s', (bytes, name, kind) => {
    expect(fileKind(ascii(bytes), name)).toBe(kind);
  });

  it.each([
    ['config.json', 'x.zip', 'keras'],
    ['archive/data.pkl', 'x.zip', 'torch'],
    ['a.txt', 'x.keras', 'keras'],
    ['a.txt', 'x.zip', 'zip'],
  ])('a zip archive that begins with %s, called %s, is %s', (first, name, kind) => {
    expect(fileKind(zip(first), name)).toBe(kind);
  });

  it('a header of 123 bytes begins with {, and is no JSON', () => {
    expect(fileKind(fileOf(`{${' '.repeat(121)}}`), 'x.json')).toBe('safetensors');
  });

  it('a header of 0x0280 bytes begins like a pickle, and is none', () => {
    expect(fileKind(fileOf(`{${' '.repeat(0x27e)}}`), 'x.pkl')).toBe('safetensors');
  });

  it('says something of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.string(), (bytes, name) => {
        expect(typeof fileKind(bytes, name)).toBe('string');
      }),
    );
  });
});
