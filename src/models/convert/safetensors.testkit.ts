/** The bytes of a file with this header (text or bytes) and this data; nothing is checked or padded. */
export function fileOf(header: string | readonly number[], data: readonly number[] = []): Uint8Array {
  const bytes = typeof header === 'string' ? new TextEncoder().encode(header) : Uint8Array.from(header);
  const file = new Uint8Array(8 + bytes.length + data.length);
  new DataView(file.buffer).setUint32(0, bytes.length, true);
  file.set(bytes, 8);
  file.set(data, 8 + bytes.length);
  return file;
}

/** `length` bytes of data, all zero. */
export function zeros(length: number): readonly number[] {
  return new Array<number>(length).fill(0);
}
