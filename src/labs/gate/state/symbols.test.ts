import { describe, expect, it } from 'vitest';
import { readSymbols, symbolList } from './symbols.ts';

describe('the tokens of a model that brought its own', () => {
  it('are a list of different texts, or none', () => {
    expect(readSymbols('["⟨UNK⟩","a","\\n"]')).toEqual(['⟨UNK⟩', 'a', '\n']);
    for (const text of ['', '[]', '["a","a"]', '["a",1]', '{"a":1}', '["a"']) {
      expect(readSymbols(text), text).toBeNull();
    }
  });

  it('go into a link whole or not at all', () => {
    const codec = symbolList(12);
    expect(codec.write('["a","b"]')).toBe('["a","b"]');
    expect(codec.write('["a","b","c"]')).toBe('');
    expect(codec.read('["a","b"]')).toEqual({ value: '["a","b"]', problem: null });
    expect(codec.read('["a","b"')).toMatchObject({ value: '', problem: { code: 'url.mangled' } });
  });
});
