import { describe, expect, it } from 'vitest';
import { foreignVocabulary } from './foreign-vocabulary.ts';

const read = (tokens: readonly string[]) => {
  const result = foreignVocabulary(tokens);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.vocabulary;
};

describe('somebody else’s tokens', () => {
  it('get ⟨UNK⟩ first, and our names for both special tokens', () => {
    const found = read(['the', '<eos>', 'cat', '<unk>', 'sat']);
    expect(found.tokens).toEqual(['⟨UNK⟩', 'the', '⟨EOS⟩', 'cat', 'sat']);
    expect([...found.from]).toEqual([3, 0, 1, 2, 4]);
    expect(found).toMatchObject({ level: 'word', ends: 'lines', unknown: '<unk>', end: '<eos>' });
  });

  it('get one for what they do not know where they have none', () => {
    const found = read(['a', 'b', '\n', ' ']);
    expect(found.tokens).toEqual(['⟨UNK⟩', 'a', 'b', '\n', ' ']);
    expect([...found.from]).toEqual([-1, 0, 1, 2, 3]);
    expect(found).toMatchObject({ level: 'character', unknown: null, end: null });
    expect(found.ends).toBeUndefined();
  });

  it('keep our own names where they have them', () => {
    expect(read(['x', 'y', '<unk>', '⟨UNK⟩', '⟨EOS⟩', '</s>']).tokens.slice(0, 2)).toEqual(['⟨UNK⟩', 'x']);
    expect(read(['x', '<unk>', '⟨UNK⟩', 'y']).unknown).toBe('⟨UNK⟩');
  });

  it('are characters when each is one, in any script', () => {
    expect(read(['床', '前', '明', '<pad>', '。']).level).toBe('character');
    expect(read(['明月', '床', '光']).level).toBe('word');
  });

  it('that no text is cut into here are named; when they are most, nothing opens', () => {
    expect(read(['the', 'cat', 'New York', 'sat', '<pad>']).unreachable).toEqual(['New York', '<pad>']);
    const parts = foreignVocabulary(['Ġthe', 'Ġcat', '##ing', 'a', '▁sat']);
    expect(parts).toMatchObject({ ok: false, fault: { code: 'other-tokens', size: 5 } });
  });
});
