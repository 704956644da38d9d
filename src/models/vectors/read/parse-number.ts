/*
 * Decimal numbers out of bytes, without a string for each: what makes text of vectors readable at the speed of a disk.
 * The digits as one number and a power of ten are two doubles, exact up to 15 digits and 10^22, and so is their quotient to
 * the last bit (Clinger 1990, the fast path). With more digits it is off by some ulps of a double: within 1 ulp of 32 bits.
 */

const LINE_FEED = 0x0a;
const TAB = 0x09;
const RETURN = 0x0d;
const SPACE = 0x20;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e - 0x30;
const ZERO = 0x30;
const MOST_POWER = 308;
const POWERS = Float64Array.from({ length: MOST_POWER + 1 }, (_, k) => Number(`1e${k}`));
/** From here on a number is nearer to infinity than to the largest of 32 bits. */
const LIMIT = (2 - 2 ** -24) * 2 ** 127;
/** Digits in one way only: a pattern that could share them out would take n² steps over n of them. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads `row.length` numbers, spaces or tabs before each, from `at` to the end of the line. At or behind `at` there must be a
 * line feed. Returns the place of that line feed, or −1: some field is no decimal number that 32 bits can hold, or there are
 * more or fewer of them; `row` is then worth nothing.
 */
export function parseRow(bytes: Uint8Array, at: number, row: Float32Array): number {
  let place = at;
  for (let j = 0; j < row.length; j++) {
    while (bytes[place] === SPACE || bytes[place] === TAB) place++;
    place = parseNumber(bytes, place, row, j);
    if (place < 0) return -1;
  }
  let c = bytes[place]!;
  while (c === SPACE || c === TAB || c === RETURN) c = bytes[++place]!;
  return c === LINE_FEED ? place : -1;
}

/** Reads the number that begins at `at` into `row[j]`; returns where it ends, or −1. */
function parseNumber(bytes: Uint8Array, at: number, row: Float32Array, j: number): number {
  const first = at + signLength(bytes[at]!);
  let place = first;
  let point = 0;
  let digits = 0;
  let d = bytes[place]! - ZERO;
  for (;;) {
    if (d >= 0 && d <= 9) digits = digits * 10 + d;
    else if (d === POINT && point === 0) point = place + 1;
    else break;
    d = bytes[++place]! - ZERO;
  }
  const length = place - first;
  if (d > SPACE - ZERO || isUnusual(length, point)) return parseOther(bytes, at, row, j);
  const value = point === 0 ? digits : digits / POWERS[place - point]!;
  row[j] = bytes[at] === MINUS ? -value : value;
  return behind(place, value);
}

/** The place behind a number, if it is one in 32 bits. */
function behind(place: number, value: number): number {
  return Math.abs(value) < LIMIT ? place : -1;
}

function signLength(byte: number): number {
  return byte === MINUS || byte === PLUS ? 1 : 0;
}

/** No digit at all, or hundreds. */
function isUnusual(length: number, point: number): boolean {
  return length > MOST_POWER || length <= (point === 0 ? 0 : 1);
}

/** The same for a number with an exponent or hundreds of digits. */
function parseOther(bytes: Uint8Array, at: number, row: Float32Array, j: number): number {
  let end = at;
  while (bytes[end]! > SPACE) end++;
  const text = asciiOf(bytes, at, end);
  if (!NUMBER.test(text)) return -1;
  const value = Number(text);
  row[j] = value;
  return behind(end, value);
}

function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}
