/** A piece of an expression; `text` is what it means, `raw` what stands in the text at [start, end). */
export interface Token {
  readonly kind: 'sign' | 'times' | 'bare' | 'quoted' | 'unclosed' | 'bracket' | 'end';
  readonly text: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/** Signs wherever they stand. The hyphen of the keyboard is one too, unless it is inside a word. */
const SIGNS: ReadonlyMap<string, '+' | '-'> = new Map([
  ['+', '+'],
  ['＋', '+'],
  ['−', '-'],
  ['–', '-'],
  ['—', '-'],
  ['－', '-'],
]);
const TIMES = new Set(['*', '×', '·', '⋅', '∗', '＊']);
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['「', '」'],
  ['『', '』'],
  ['＂', '＂'],
]);
const HYPHEN = '-';
const BLANK = /\s/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const isBlank = (character: string | undefined): boolean => character === undefined || BLANK.test(character);

/** Whether what stands here ends a word whatever comes next. */
const isEdge = (character: string | undefined): boolean =>
  isBlank(character) || SIGNS.has(character ?? '') || TIMES.has(character ?? '');

/** A hyphen is a sign at the edge of a word and between Chinese characters, which know no hyphen. */
function isMinus(text: string, at: number): boolean {
  const [before, after] = [text[at - 1], text[at + 1]];
  if (isEdge(before) || isEdge(after) || CLOSING.has(after ?? '')) return true;
  return HAN.test(before ?? '') || HAN.test(after ?? '');
}

function signAt(text: string, at: number): '+' | '-' | null {
  const character = text[at] ?? '';
  if (character === HYPHEN) return isMinus(text, at) ? '-' : null;
  return SIGNS.get(character) ?? null;
}

const tokenOf = (kind: Token['kind'], text: string, source: string, start: number, end: number): Token => ({
  kind,
  text,
  raw: source.slice(start, end),
  start,
  end,
});

/** Up to the mark that closes; "" inside "…" is one of them. */
function quotedAt(source: string, start: number, closing: string): Token {
  const isDoubled = closing === source[start];
  let word = '';
  for (let i = start + 1; i < source.length; i++) {
    if (source[i] !== closing) word += source[i];
    else if (isDoubled && source[i + 1] === closing) word += source[i++];
    else return tokenOf('quoted', word.normalize('NFC').trim(), source, start, i + 1);
  }
  return tokenOf('unclosed', word, source, start, source.length);
}

/** Brackets that open or close nothing within the word. */
function hasLooseBracket(word: string): boolean {
  let depth = 0;
  for (const character of word) {
    if (character === '(' || character === '（') depth++;
    if (character === ')' || character === '）') depth--;
    if (depth < 0) return true;
  }
  return depth > 0;
}

function bareAt(source: string, start: number): Token {
  let end = start + 1;
  while (end < source.length && !isEdge(source[end]) && signAt(source, end) === null) end++;
  const word = source.slice(start, end).normalize('NFC');
  const isBracket = /^[(（]/.test(word) || hasLooseBracket(word);
  return tokenOf(isBracket ? 'bracket' : 'bare', word, source, start, end);
}

function tokenAt(source: string, at: number): Token {
  const character = source[at] ?? '';
  const sign = signAt(source, at);
  if (sign) return tokenOf('sign', sign, source, at, at + 1);
  if (TIMES.has(character)) return tokenOf('times', character, source, at, at + 1);
  const closing = CLOSING.get(character);
  return closing ? quotedAt(source, at, closing) : bareAt(source, at);
}

/** The pieces of an expression, and an `end` behind the last. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    if (isBlank(source[at])) {
      at++;
      continue;
    }
    const token = tokenAt(source, at);
    tokens.push(token);
    at = token.end;
  }
  tokens.push(tokenOf('end', '', source, source.length, source.length));
  return tokens;
}
