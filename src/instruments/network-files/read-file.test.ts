import { describe, expect, it } from 'vitest';
import { fixtureBytes } from '../../models/convert/fixtures.testkit.ts';
import { fileOf } from '../../models/convert/safetensors.testkit.ts';
import { readSafetensors } from '../../models/convert/safetensors-read.ts';
import { readFile } from './read-file.ts';

const MiB = 2 ** 20;
const LIMITS = { tensor: 2 * MiB, bytes: 64 * MiB };

/** A file that says what it says, and counts what is read of it; everything behind `bytes` is zero. */
class LongFile extends Blob {
  readonly start: Uint8Array;
  readonly length: number;
  read = 0;

  constructor(bytes: Uint8Array, length: number) {
    super();
    this.start = bytes;
    this.length = length;
  }

  override get size(): number {
    return this.length;
  }

  override slice(begin = 0, end = this.length): Blob {
    const stop = Math.min(end, this.length);
    this.read += stop - begin;
    const part = new Uint8Array(stop - begin);
    part.set(this.start.subarray(begin, stop));
    return new Blob([part]);
  }
}

/** F32 vectors of these lengths, one after the other. */
function longFile(lengths: Readonly<Record<string, number>>): LongFile {
  let offset = 0;
  const entries = Object.entries(lengths).map(([name, length]) => {
    const range = [offset, offset + 4 * length];
    offset += 4 * length;
    return [name, { dtype: 'F32', shape: [length], data_offsets: range }];
  });
  const header = fileOf(JSON.stringify(Object.fromEntries(entries)));
  return new LongFile(header, header.length + offset);
}

describe('readFile', () => {
  it('reads what the reader of whole files reads', async () => {
    const bytes = fixtureBytes('lstm.safetensors');
    const whole = readSafetensors(bytes);
    const read = await readFile(new Blob([bytes]), 'lstm.safetensors', LIMITS);
    if (!whole.ok || !read.ok) throw new Error('both read it');
    expect([...read.file.tensors]).toEqual(
      [...whole.tensors].map(([name, { shape, data }]) => [name, { shape, data }]),
    );
    expect(read.file.metadata).toEqual(whole.metadata);
  });

  it('passes by what is too large for the lab: gigabytes cost nothing', async () => {
    const file = longFile({ embedding: 500 * MiB, bias: 4 });
    const read = await readFile(file, 'w.safetensors', LIMITS);
    expect(read.ok && [...read.file.tensors.values()]).toEqual([
      { shape: [500 * MiB], data: new Float64Array(0) },
      { shape: [4], data: new Float64Array(4) },
    ]);
    expect(file.read).toBeLessThan(2000);
  });

  it('stops before reading too many small ones', async () => {
    const names = Array.from({ length: 33 }, (_, i): [string, number] => [`w${i}`, MiB / 2]);
    const file = longFile(Object.fromEntries(names));
    expect(await readFile(file, 'w', LIMITS)).toEqual({
      ok: false,
      fault: { code: 'too-big', atMost: 64 * MiB, found: 66 * MiB },
    });
    expect(file.read).toBeLessThan(10_000);
  });

  it('does not read a header of any length', async () => {
    const bytes = fileOf('{}');
    new DataView(bytes.buffer).setUint32(0, 17 * MiB, true);
    const file = new LongFile(bytes, 100 * MiB);
    expect(await readFile(file, 'w', LIMITS)).toMatchObject({
      fault: { code: 'header-length', atMost: 16 * MiB, found: 17 * MiB },
    });
    expect(file.read).toBeLessThan(2000);
  });

  it('says where in the file a number is none', async () => {
    const header = {
      a: { dtype: 'U8', shape: [1], data_offsets: [0, 1] },
      b: { dtype: 'BOOL', shape: [1], data_offsets: [1, 2] },
    };
    const bytes = new Uint8Array(fileOf(JSON.stringify(header), [0, 7]));
    expect(await readFile(new Blob([bytes]), 'w', LIMITS)).toMatchObject({
      fault: { code: 'value', name: 'b', byte: bytes.length - 1, found: '7' },
    });
  });

  it('knows a file of torch.save, and one that cannot be read', async () => {
    expect(await readFile(new Blob([fixtureBytes('rnn.pt')]), 'rnn.pt', LIMITS)).toEqual({
      ok: false,
      fault: { code: 'kind', kind: 'torch' },
    });
    const gone = new LongFile(new Uint8Array(0), 1);
    gone.slice = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    expect(await readFile(gone, 'w', LIMITS)).toEqual({ ok: false, fault: { code: 'unreadable' } });
  });
});
