import type { Peeked } from './peek.ts';
import { SourceError } from './source-error.ts';

/** A file of vectors, and the one with its words where they stand apart. */
export interface Pair {
  readonly vectors: Peeked;
  readonly words: Peeked | null;
}

type Kind = Peeked['sniffed']['kind'];

const COMPLETE: readonly Kind[] = ['glove', 'vec', 'word2vec-bin', 'fasttext-bin'];
const NAMELESS: readonly Kind[] = ['npy', 'safetensors', 'numbers'];
const WORDS: readonly Kind[] = ['words', 'json'];
const WORDS_NAME = /(meta|words?|vocab|labels?|tokens?)/i;

/** What belongs together of files that came together: the largest with vectors, and its words. Throws `SourceError`. */
export function pairOf(files: readonly Peeked[]): Pair {
  const bySize = [...files].sort((a, b) => (b.source.size ?? 0) - (a.source.size ?? 0));
  const nameless = bySize.find(({ sniffed }) => NAMELESS.includes(sniffed.kind));
  const words = nameless && wordsFor(nameless, bySize);
  if (nameless && words) return { vectors: nameless, words };
  const complete = bySize.find(({ sniffed }) => COMPLETE.includes(sniffed.kind));
  if (complete) return { vectors: complete, words: null };
  throw missing(nameless, bySize);
}

/** A table of words and numbers may be taken for vectors when it stands alone. */
function wordsFor(vectors: Peeked, bySize: readonly Peeked[]): Peeked | undefined {
  const others = bySize.filter((file) => file !== vectors);
  const lists = others.filter(({ sniffed }) => WORDS.includes(sniffed.kind));
  const named = lists.find(({ source }) => WORDS_NAME.test(source.name.split('/').at(-1) ?? ''));
  return named ?? lists[0] ?? others.filter(({ sniffed }) => sniffed.kind === 'glove').at(-1);
}

function missing(nameless: Peeked | undefined, bySize: readonly Peeked[]): SourceError {
  if (nameless)
    return new SourceError({ code: 'partner-missing', file: nameless.source.name, wanted: 'words' });
  const words = bySize.find(({ sniffed }) => WORDS.includes(sniffed.kind));
  if (words) return new SourceError({ code: 'partner-missing', file: words.source.name, wanted: 'vectors' });
  const [first] = bySize.filter(({ sniffed }) => sniffed.kind === 'other');
  if (!first) return new SourceError({ code: 'empty', file: bySize[0]?.source.name ?? '' });
  const { sniffed, head, source } = first;
  const found = new TextDecoder().decode(head.subarray(0, 60)).split('\n', 1)[0] ?? '';
  const kind = sniffed.kind === 'other' ? sniffed.what : null;
  return new SourceError({ code: 'not-vectors', place: { file: source.name, found }, kind });
}
