/*
 * The header of a safetensors file is JSON that somebody else wrote. JSON.parse would do, but it forgets the first of two
 * equal keys and does not say where a mistake is, and both are what the reader needs to be told.
 */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
/** A Map: '__proto__' and 'constructor' are names like any other. */
export interface JsonObject extends ReadonlyMap<string, JsonValue> {}

/** What should have stood where the text goes wrong. */
export type JsonExpectation = '{' | 'value' | 'key' | ':' | ', or }' | ', or ]' | 'end' | 'fewer levels';

export type JsonError =
  /** `at` is an index into the text; `found` is the character there, empty at the end. */
  | {
      readonly code: 'syntax';
      readonly at: number;
      readonly expected: JsonExpectation;
      readonly found: string;
    }
  /** The second of two equal keys in one object; `path` holds the keys of the objects around it. */
  | {
      readonly code: 'duplicate';
      readonly at: number;
      readonly key: string;
      readonly path: readonly string[];
    };

export type JsonResult =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly error: JsonError };

/** A header has three levels; text from a stranger must not reach the end of the stack. */
const MAX_LEVELS = 16;
const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside a string.
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?)/y;

interface Cursor {
  readonly text: string;
  at: number;
  readonly path: string[];
}

/** Carries an error out of the recursion; never leaves this file. */
class Stop extends Error {
  readonly error: JsonError;
  constructor(error: JsonError) {
    super(error.code);
    this.error = error;
  }
}

/** Reads a JSON object (RFC 8259) that begins at the first character and is followed by nothing but white space. */
export function parseJsonObject(text: string): JsonResult {
  const cursor: Cursor = { text, at: 0, path: [] };
  try {
    if (text[0] !== '{') throw wrong(cursor, '{');
    const value = readObject(cursor, 1);
    take(cursor, SPACE);
    if (cursor.at < text.length) throw wrong(cursor, 'end');
    return { ok: true, value };
  } catch (stop) {
    if (stop instanceof Stop) return { ok: false, error: stop.error };
    throw stop;
  }
}

function readValue(cursor: Cursor, level: number): JsonValue {
  take(cursor, SPACE);
  const character = cursor.text[cursor.at];
  if (character === '{' || character === '[') {
    if (level > MAX_LEVELS) throw wrong(cursor, 'fewer levels');
    return character === '{' ? readObject(cursor, level) : readList(cursor, level);
  }
  const token = take(cursor, STRING) ?? take(cursor, SCALAR);
  if (token === null) throw wrong(cursor, 'value');
  return JSON.parse(token) as string | number | boolean | null;
}

function readObject(cursor: Cursor, level: number): JsonObject {
  const entries = new Map<string, JsonValue>();
  readItems(cursor, '}', ', or }', () => {
    take(cursor, SPACE);
    const at = cursor.at;
    const token = take(cursor, STRING);
    if (token === null) throw wrong(cursor, 'key');
    const key = JSON.parse(token) as string;
    if (entries.has(key)) throw new Stop({ code: 'duplicate', at, key, path: [...cursor.path] });
    take(cursor, SPACE);
    if (!takeCharacter(cursor, ':')) throw wrong(cursor, ':');
    cursor.path.push(key);
    entries.set(key, readValue(cursor, level + 1));
    cursor.path.pop();
  });
  return entries;
}

function readList(cursor: Cursor, level: number): readonly JsonValue[] {
  const items: JsonValue[] = [];
  readItems(cursor, ']', ', or ]', () => {
    items.push(readValue(cursor, level + 1));
  });
  return items;
}

/** Everything between two brackets; the cursor stands on the first. */
function readItems(cursor: Cursor, close: string, expected: JsonExpectation, readItem: () => void): void {
  cursor.at += 1;
  take(cursor, SPACE);
  if (takeCharacter(cursor, close)) return;
  for (;;) {
    readItem();
    take(cursor, SPACE);
    if (takeCharacter(cursor, close)) return;
    if (!takeCharacter(cursor, ',')) throw wrong(cursor, expected);
  }
}

function take(cursor: Cursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at;
  const token = pattern.exec(cursor.text)?.[0] ?? null;
  cursor.at += token?.length ?? 0;
  return token;
}

function takeCharacter(cursor: Cursor, character: string): boolean {
  const found = cursor.text[cursor.at] === character;
  if (found) cursor.at += 1;
  return found;
}

function wrong({ text, at }: Cursor, expected: JsonExpectation): Stop {
  return new Stop({ code: 'syntax', at, expected, found: text.slice(at, at + 1) });
}
