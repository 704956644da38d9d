/*
 * The tokens of somebody else's model as JSON: a list (torchtext's `itos`), or a map from token to id (`vocab.json` of
 * Hugging Face) or from id to token; alone, or in an object under one of the usual names.
 */

/** What is wrong with such JSON. */
export type VocabularyFault =
  /** Neither list nor map; `found` says what stands there. */
  | { readonly code: 'vocabulary-form'; readonly found: string }
  /** An entry of a list that is no text, or of a map that is no whole number from 0; `at` is its place or its key. */
  | { readonly code: 'vocabulary-entry'; readonly at: string; readonly found: string }
  | { readonly code: 'duplicate-token'; readonly token: string; readonly ids: readonly [number, number] }
  | { readonly code: 'duplicate-id'; readonly id: number; readonly tokens: readonly [string, string] }
  /** Ids must go from 0 to V − 1; the first that nobody has. */
  | { readonly code: 'missing-id'; readonly id: number; readonly size: number };

export type VocabularyResult =
  | { readonly ok: true; readonly tokens: readonly string[] }
  | { readonly ok: false; readonly fault: VocabularyFault };

type Fields = Readonly<Record<string, unknown>>;

/** Names under which programs keep the list or the map. */
const KEYS = ['vocabulary', 'vocab', 'tokens', 'itos', 'stoi', 'idx2word', 'word2idx', 'model'] as const;
/** `model.vocab` of a tokenizer.json is two levels down. */
const DEPTH = 2;
const LONGEST = 40;

const refused = (fault: VocabularyFault): VocabularyResult => ({ ok: false, fault });
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function described(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (isFields(value)) return `{${Object.keys(value).slice(0, 3).join(', ')}}`.slice(0, LONGEST);
  return String(JSON.stringify(value)).slice(0, LONGEST);
}

/** Tokens by id, out of parsed JSON. */
export function readVocabularyJson(value: unknown, depth = DEPTH): VocabularyResult {
  if (Array.isArray(value)) return fromList(value);
  if (!isFields(value)) return refused({ code: 'vocabulary-form', found: described(value) });
  const key = depth > 0 ? KEYS.find((each) => typeof value[each] === 'object') : undefined;
  if (key !== undefined) return readVocabularyJson(value[key], depth - 1);
  return fromMap(value);
}

function fromList(list: readonly unknown[]): VocabularyResult {
  if (list.length === 0) return refused({ code: 'vocabulary-form', found: '[]' });
  const seen = new Map<string, number>();
  for (const [id, token] of list.entries()) {
    if (typeof token !== 'string' || token === '') {
      return refused({ code: 'vocabulary-entry', at: String(id), found: described(token) });
    }
    const before = seen.get(token);
    if (before !== undefined) return refused({ code: 'duplicate-token', token, ids: [before, id] });
    seen.set(token, id);
  }
  return { ok: true, tokens: [...seen.keys()] };
}

/** Which way round a map goes is told by its first entry. */
function fromMap(map: Fields): VocabularyResult {
  const entries = Object.entries(map);
  const [first] = entries;
  if (!first) return refused({ code: 'vocabulary-form', found: '{}' });
  const isByToken = isId(first[1]);
  const tokens = new Map<number, string>();
  for (const [key, value] of entries) {
    const id = isByToken ? value : readId(key);
    const token = isByToken ? key : value;
    if (!isId(id) || typeof token !== 'string' || token === '') {
      return refused({ code: 'vocabulary-entry', at: key, found: described(value) });
    }
    const other = tokens.get(id);
    if (other !== undefined) return refused({ code: 'duplicate-id', id, tokens: [other, token] });
    tokens.set(id, token);
  }
  const missing = entries.findIndex((_, id) => !tokens.has(id));
  if (missing >= 0) return refused({ code: 'missing-id', id: missing, size: entries.length });
  return fromList(entries.map((_, id) => tokens.get(id)));
}

function readId(key: string): number | null {
  return /^(0|[1-9]\d*)$/.test(key) ? Number(key) : null;
}
