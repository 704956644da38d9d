import { describe, expect, it } from 'vitest';
import { conversionCode } from './conversions.ts';

/*
 * The code itself ran when this was written: on files of torch 2.13.0 and numpy 2.4. Keras was not there to run it.
 */
describe('conversionCode', () => {
  it('opens the file by its name, and names the new one after it', () => {
    const code = conversionCode({ code: 'kind', kind: 'torch' }, "my 'model'.pt") ?? '';
    expect(code).toContain("torch.load('my \\'model\\'.pt', map_location='cpu')");
    expect(code).toContain("'my__model_.safetensors')");
    expect(conversionCode({ code: 'kind', kind: 'numpy' }, 'a.npz')).toContain("np.load('a.npz')");
    expect(conversionCode({ code: 'kind', kind: 'torch' }, 'a\n.pt')).not.toContain('a\n');
  });

  it('is there for what Python can read, and for nothing else', () => {
    for (const kind of ['torch', 'pickle', 'numpy', 'keras', 'hdf5', 'onnx', 'json', 'unknown'] as const) {
      expect(conversionCode({ code: 'kind', kind }, 'a'), kind).toContain('save_file(');
    }
    for (const kind of ['gguf', 'index', 'pointer', 'web-page', 'zip', 'empty'] as const) {
      expect(conversionCode({ code: 'kind', kind }, 'a'), kind).toBeNull();
    }
    expect(conversionCode({ code: 'too-big', atMost: 1, found: 2 }, 'a.safetensors')).toContain('startswith');
    expect(conversionCode({ code: 'missing', name: 'w' }, 'a')).toBeNull();
  });
});
