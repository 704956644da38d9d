import {
  firstBad,
  firstControl,
  isOpen,
  markedEncoding,
  type TextEncoding,
  wideEncoding,
} from './encodings.ts';

export type DecodeResult =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncoding }
  | { readonly ok: false; readonly fault: DecodeFault };

export type DecodeFault =
  | { readonly code: 'empty' }
  /** A zero byte, or a control character, such as no text has. */
  | { readonly code: 'binary'; readonly offset: number; readonly byte: number }
  /** In none of the encodings; `offset` is where the first character begins that does not belong. */
  | { readonly code: 'unknown-encoding'; readonly offset: number; readonly byte: number };

/** What comes of some more bytes. */
export type DecodeStep =
  | { readonly state: 'text'; readonly text: string }
  /** Not that encoding: forget the text so far, and begin again from the first byte. */
  | { readonly state: 'again' }
  | { readonly state: 'fault'; readonly fault: DecodeFault };

/**
 * Decodes bytes that come in pieces: by their byte-order mark; else as UTF-16 where zero bytes say so; else as UTF-8 if all of
 * it is; else as GB18030 if that gives Chinese. Never throws.
 */
export interface TextDecoding {
  readonly encoding: TextEncoding;
  push(piece: Uint8Array): DecodeStep;
  /** After the last piece. */
  end(): DecodeStep;
}

/** Bytes at the beginning that a guess is made from. */
const SAMPLE = 2 ** 16;
/** Characters beyond ASCII in UTF-8, one after the other, that are no accident. */
const UNICODE_PROOF = 4;
/** Share of a GB18030 text's characters beyond ASCII that are Chinese characters or their punctuation. */
const CHINESE_SHARE = 0.9;
/** Characters beyond ASCII that are enough to tell. */
const CHINESE_SAMPLE = 2 ** 14;
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u2010-\u2026]/gu;
const BEYOND_ASCII = /[^\0-\x7f]/gu;
/** Bytes that the beginning of a character may have in the piece before. */
const TAIL = 3;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;
const NOTHING = new Uint8Array(0);

/** One encoding, tried from the first byte on. */
interface Pass {
  readonly encoding: TextEncoding;
  readonly decoder: TextDecoder;
  /** Bytes read. */
  read: number;
  /** The last of them: a character may have begun there. */
  tail: Uint8Array;
  /** Characters beyond ASCII so far, at most about a sample of them, and those among them that are Chinese. */
  beyond: number;
  chinese: number;
  /** Of GB18030, the first control character: it counts only if the rest is Chinese. */
  control: DecodeFault | null;
}

function createPass(encoding: TextEncoding): Pass {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return { encoding, decoder, read: 0, tail: NOTHING, beyond: 0, chinese: 0, control: null };
}

/** All bytes at once. */
export function decodeText(bytes: Uint8Array): DecodeResult {
  const decoding = createDecoding(bytes);
  for (;;) {
    const first = decoding.push(bytes);
    const last = first.state === 'text' ? decoding.end() : first;
    if (last.state === 'again') continue;
    if (last.state === 'fault') return { ok: false, fault: last.fault };
    const text = first.state === 'text' ? first.text + last.text : '';
    if (text === '') return { ok: false, fault: { code: 'empty' } };
    return { ok: true, text, encoding: decoding.encoding };
  }
}

/** Begins with a guess from the file's first bytes: 64 kB of them, or all where there are fewer. */
export function createDecoding(beginning: Uint8Array): TextDecoding {
  const sample = beginning.subarray(0, SAMPLE);
  const marked = markedEncoding(sample);
  const wide = marked ? null : wideEncoding(sample);
  let pass = createPass(marked ?? wide ?? 'utf-8');
  /** Where UTF-8 broke off. */
  let broken: DecodeFault | null = null;
  const failed = (fault: DecodeFault): DecodeStep => {
    // It has zero bytes, and they are not those of UTF-16.
    if (wide) return { state: 'fault', fault: { code: 'binary', offset: sample.indexOf(0), byte: 0 } };
    if (broken || marked || pass.beyond >= UNICODE_PROOF) return { state: 'fault', fault };
    broken = fault;
    pass = createPass('gb18030');
    return { state: 'again' };
  };
  const take = (piece: Uint8Array, stream: boolean): DecodeStep => {
    const text = decoded(pass.decoder, piece, stream);
    if (text !== null) return accept(pass, piece, text);
    const fault = broken ?? firstFault(pass, piece);
    return fault.code === 'binary' ? { state: 'fault', fault } : failed(fault);
  };
  return {
    get encoding() {
      return pass.encoding;
    },
    push: (piece) => take(piece, true),
    end() {
      const step = take(NOTHING, false);
      const isNonsense = pass.chinese < CHINESE_SHARE * pass.beyond;
      const fault = broken && (isNonsense ? broken : pass.control);
      return fault && step.state === 'text' ? { state: 'fault', fault } : step;
    },
  };
}

/** Null when a byte does not belong. */
function decoded(decoder: TextDecoder, piece: Uint8Array, stream: boolean): string | null {
  try {
    return decoder.decode(piece, { stream });
  } catch {
    return null;
  }
}

function accept(pass: Pass, piece: Uint8Array, text: string): DecodeStep {
  const control = CONTROL.test(text) ? controlByte(pass, piece) : null;
  if (control && pass.encoding !== 'gb18030') return { state: 'fault', fault: control };
  pass.control ??= control;
  count(pass, text);
  pass.read += piece.length;
  pass.tail = joined(pass.tail, piece.subarray(-TAIL)).slice(-TAIL);
  return { state: 'text', text };
}

function count(pass: Pass, text: string): void {
  if (pass.beyond >= CHINESE_SAMPLE) return;
  pass.beyond += text.match(BEYOND_ASCII)?.length ?? 0;
  pass.chinese += text.match(CHINESE)?.length ?? 0;
}

function controlByte({ encoding, read, tail }: Pass, piece: Uint8Array): DecodeFault {
  // A unit of UTF-16 may have begun in the piece before.
  const before = encoding.startsWith('utf-16') ? read % 2 : 0;
  const bytes = joined(tail.subarray(tail.length - before), piece);
  const at = Math.max(0, firstControl(encoding, bytes));
  return { code: 'binary', offset: read - before + at, byte: bytes[at] ?? 0 };
}

/** Where what does not belong begins, or a control character before it; what comes before it in the piece counts. */
function firstFault(pass: Pass, piece: Uint8Array): DecodeFault {
  const begun = beginning(pass);
  const bytes = joined(begun, piece);
  const at = firstBad(pass.encoding, bytes);
  const good = new TextDecoder(pass.encoding).decode(bytes.subarray(0, at));
  if (CONTROL.test(good)) return controlByte(pass, piece);
  count(pass, good);
  return { code: 'unknown-encoding', offset: pass.read - begun.length + at, byte: bytes[at] ?? 0 };
}

/** The end of what was read that begins a character without ending it. */
function beginning({ encoding, read, tail }: Pass): Uint8Array {
  const isWide = encoding.startsWith('utf-16');
  for (let length = 1; length <= tail.length; length++) {
    const end = tail.subarray(tail.length - length);
    // Half a pair of surrogates and a byte more are three bytes of one character.
    const isLonger = isWide && length === 1 && tail.length === TAIL && isOpen(encoding, tail);
    if ((!isWide || (read - length) % 2 === 0) && !isLonger && isOpen(encoding, end)) return end;
  }
  return NOTHING;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
