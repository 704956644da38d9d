import { createDecoding, type DecodeStep, type TextDecoding } from '../models/text/decode.ts';
import { IntakeError } from './intake-error.ts';
import type { ReadFile } from './text-protocol.ts';

/** One file whose bytes can be read from the beginning as often as needed. */
export interface TextPart {
  readonly name: string;
  /** As the file or the archive's directory has it. */
  readonly bytes: number;
  /** Hands over all bytes, until `push` says that it wants no more. Throws `IntakeError`. */
  feed(push: (piece: Uint8Array) => boolean): Promise<void>;
}

/** Bytes that the encoding is guessed from. */
const SAMPLE = 2 ** 16;

export interface DecodedPart {
  readonly file: ReadFile;
  /** In pieces: a long text is put together once. */
  readonly texts: readonly string[];
}

/**
 * A file's text. `onBytes` hears how many bytes of it are read, from 0 again where another encoding is tried; it may throw.
 * Throws `IntakeError`.
 */
export async function decodePart(part: TextPart, onBytes: (bytes: number) => void): Promise<DecodedPart> {
  let decoding: TextDecoding | null = null;
  for (;;) {
    const pass: Pass = { decoding, texts: [], held: [], bytes: 0, step: null };
    await part.feed((piece) => {
      pass.bytes += piece.length;
      onBytes(pass.bytes);
      return take(pass, piece);
    });
    const step = finish(pass);
    decoding = pass.decoding;
    if (step?.state === 'fault') throw new IntakeError({ name: part.name, ...step.fault });
    if (step?.state === 'again' || !decoding) continue;
    return {
      file: { name: part.name, encoding: decoding.encoding, bytes: pass.bytes },
      texts: pass.texts,
    };
  }
}

interface Pass {
  decoding: TextDecoding | null;
  readonly texts: string[];
  /** The beginning, until there is enough of it to guess from. */
  held: Uint8Array[];
  bytes: number;
  /** What ended the pass. */
  step: DecodeStep | null;
}

function take(pass: Pass, piece: Uint8Array): boolean {
  if (pass.decoding) return decode(pass, pass.decoding.push(piece));
  // A chunk's memory may be used again.
  pass.held.push(piece.slice());
  return pass.bytes < SAMPLE || begin(pass);
}

function begin(pass: Pass): boolean {
  const beginning = new Uint8Array(pass.bytes);
  let at = 0;
  for (const piece of pass.held) {
    beginning.set(piece, at);
    at += piece.length;
  }
  pass.held = [];
  pass.decoding = createDecoding(beginning);
  return decode(pass, pass.decoding.push(beginning));
}

function decode(pass: Pass, step: DecodeStep): boolean {
  if (step.state === 'text') pass.texts.push(step.text);
  else pass.step = step;
  return step.state === 'text';
}

function finish(pass: Pass): DecodeStep | null {
  if (!pass.decoding) begin(pass);
  if (!pass.step && pass.decoding) decode(pass, pass.decoding.end());
  return pass.step;
}
