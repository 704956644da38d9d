import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Checkpoint,
  checkpointFacts,
  configFingerprint,
  configTextHash,
  inspectCheckpoint,
  isStateOf,
  readCheckpoint,
  withoutText,
  writeCheckpoint,
  writeTrainerState,
} from './checkpoint.ts';
import { RECALL_CONFIG, TEXT_CONFIG } from './config.testkit.ts';
import { hashBytes } from './hash.ts';

function example(changes: Partial<Checkpoint> = {}): Checkpoint {
  return {
    tier: 'js',
    step: 12,
    config: TEXT_CONFIG,
    textHash: configTextHash(TEXT_CONFIG),
    vocabularyHash: 7,
    position: 40,
    generator: Uint32Array.of(1, 2, 0xffffffff, 4),
    stats: { step: 12, loss: 1.25, gradientNorm: 0.5, accuracy: null },
    parameters: Float64Array.of(0.1, -0, Number.MIN_VALUE, 1 / 3),
    optimizer: Float64Array.of(12, 0.01, 5),
    carried: [
      { hidden: Float64Array.of(1, 2), cell: Float64Array.of(3, 4) },
      { hidden: Float64Array.of(5), cell: new Float64Array(0) },
    ],
    ...changes,
  };
}

describe('a round trip', () => {
  it('keeps every bit of every number', () => {
    fc.assert(
      fc.property(fc.float64Array({ minLength: 0, maxLength: 40 }), (parameters) => {
        const read = readCheckpoint(writeCheckpoint(example({ parameters })));
        expect(read.ok && new Uint8Array(read.checkpoint.parameters.buffer)).toEqual(
          new Uint8Array(Float64Array.from(parameters).buffer),
        );
      }),
    );
  });

  it('keeps everything else but the text, also from the middle of a buffer', () => {
    const bytes = writeCheckpoint(example());
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const read = readCheckpoint(shifted.subarray(3));
    const { task, ...config } = TEXT_CONFIG;
    expect(read).toEqual({
      ok: true,
      checkpoint: example({ config: { ...config, task: { ...task, text: '' } as typeof task } }),
    });
  });
});

/** As version 1 was written: every section in 64 bits, the optimiser's header among them, hashed byte by byte. */
function versionOne({ generator, parameters, optimizer, carried, ...rest }: Checkpoint): Uint8Array {
  const sections = [parameters, optimizer, ...carried.flatMap(({ hidden, cell }) => [hidden, cell])];
  const config = withoutText(rest.config);
  const header = {
    ...rest,
    config,
    generator: [...generator],
    sections: sections.map((each) => each.length),
  };
  const json = JSON.stringify(header);
  const text = new TextEncoder().encode(json.padEnd(json.length + ((8 - (json.length % 8)) % 8)));
  const numbers = sections.flatMap((each) => [...new Uint8Array(each.slice().buffer)]);
  const bytes = Uint8Array.from([...new Uint8Array(16), ...text, ...numbers]);
  new Uint32Array(bytes.buffer, 0, 4).set([0x4c524e55, 1, text.length, hashBytes(bytes.subarray(16))]);
  return bytes;
}

describe('version 1', () => {
  it('is read as it was written', () => {
    const old = readCheckpoint(versionOne(example()));
    expect(old).toEqual(readCheckpoint(writeCheckpoint(example())));
    expect(old.ok && [...old.checkpoint.optimizer]).toEqual([12, 0.01, 5]);
  });

  it('is checked as it was', () => {
    const bytes = versionOne(example());
    bytes[bytes.length - 1]! ^= 1;
    expect(readCheckpoint(bytes)).toEqual({ ok: false, fault: 'damaged' });
  });
});

describe('numbers in 32 bits', () => {
  const state = {
    ...example(),
    parameters: Float32Array.of(0.1, -0, 1 / 3),
    optimizer: [12, 0.1] as const,
    moments: [Float32Array.of(1e-30, 2), Float32Array.of(7)],
    carried: [{ hidden: Float32Array.of(0.7), cell: new Float32Array(0) }],
  };

  it('take half of the room and lose nothing: not a bit of a number, none of the learning rate', () => {
    const read = readCheckpoint(writeTrainerState(state));
    if (!read.ok) throw new Error(read.fault);
    const { parameters, optimizer, carried } = read.checkpoint;
    expect(Float32Array.from(parameters)).toEqual(state.parameters);
    expect([...optimizer]).toEqual([12, 0.1, Math.fround(1e-30), 2, 7]);
    expect(carried).toEqual([{ hidden: Float64Array.of(Math.fround(0.7)), cell: new Float64Array(0) }]);
    const large = { ...state, parameters: new Float32Array(1000) };
    const wide = { ...state, parameters: new Float64Array(1000) };
    expect(writeTrainerState(wide).length - writeTrainerState(large).length).toBe(4 * 1004);
  });

  it('are told apart bit by bit', () => {
    const bytes = writeTrainerState(state);
    for (let at = 16; at < bytes.length; at++) {
      const copy = bytes.slice();
      copy[at]! ^= 0x40;
      expect(inspectCheckpoint(copy).ok).toBe(false);
    }
  });
});

it('says what a state is without its numbers, checked or taken on trust', () => {
  const bytes = writeCheckpoint(example());
  const read = readCheckpoint(bytes);
  if (!read.ok) throw new Error(read.fault);
  const { parameters: _p, optimizer: _o, carried: _c, ...facts } = read.checkpoint;
  expect(inspectCheckpoint(bytes)).toEqual({ ok: true, facts });
  bytes[bytes.length - 1]! ^= 1;
  expect(inspectCheckpoint(bytes)).toEqual({ ok: false, fault: 'damaged' });
  expect(checkpointFacts(bytes)).toEqual(facts);
  expect(checkpointFacts(bytes.subarray(0, 60))).toBeNull();
});

describe('bytes that are no checkpoint', () => {
  const bytes = writeCheckpoint(example());
  const changed = (at: number, value: number) => {
    const copy = bytes.slice();
    copy[at] = value;
    return copy;
  };

  it.each([
    ['nothing', new Uint8Array(0), 'not-a-checkpoint'],
    ['a picture', Uint8Array.from({ length: 64 }, (_, i) => i), 'not-a-checkpoint'],
    ['another version', changed(4, 99), 'other-version'],
    ['a cut header', bytes.subarray(0, 40), 'truncated'],
    ['a cut section', bytes.subarray(0, bytes.length - 8), 'truncated'],
    ['half a number', bytes.subarray(0, bytes.length - 3), 'truncated'],
    ['too much', Uint8Array.from([...bytes, 0]), 'damaged'],
    ['a flipped bit in a number', changed(bytes.length - 1, 0x55), 'damaged'],
    ['a header that is not JSON', changed(16, 0x78), 'damaged'],
  ])('%s', (_name, wrong, fault) => {
    expect(readCheckpoint(wrong)).toEqual({ ok: false, fault });
  });

  it('says damaged, truncated or other for any single changed byte, and never throws', () => {
    for (let at = 0; at < bytes.length; at++) {
      expect(readCheckpoint(changed(at, (bytes[at] ?? 0) ^ 0x10)).ok).toBe(false);
    }
  });
});

it('tells configs apart by everything but the learning rate, their text included, and not by the order of their keys', () => {
  const { seed, ...rest } = TEXT_CONFIG;
  const print = configFingerprint(TEXT_CONFIG);
  expect(configFingerprint({ seed, ...rest })).toBe(print);
  expect(configFingerprint({ ...TEXT_CONFIG, clip: 2 })).not.toBe(print);
  const { optimizer } = TEXT_CONFIG;
  expect(configFingerprint({ ...TEXT_CONFIG, optimizer: { ...optimizer, learningRate: 9 } })).toBe(print);
  const { task } = TEXT_CONFIG;
  if (task.kind !== 'next-symbol') throw new Error(task.kind);
  expect(configFingerprint({ ...TEXT_CONFIG, task: { ...task, text: 'other' } })).not.toBe(print);
});

describe('isStateOf', () => {
  const checkpoint = example();

  it('lets learning rate and clipping change, nothing else', () => {
    const { optimizer } = TEXT_CONFIG;
    expect(isStateOf(checkpoint, { ...TEXT_CONFIG, clip: null })).toBe(true);
    expect(isStateOf(checkpoint, { ...TEXT_CONFIG, optimizer: { ...optimizer, learningRate: 9 } })).toBe(
      true,
    );
    expect(isStateOf(checkpoint, { ...TEXT_CONFIG, hidden: 99 })).toBe(false);
    expect(isStateOf(checkpoint, { ...TEXT_CONFIG, seed: 99 })).toBe(false);
    expect(isStateOf(checkpoint, RECALL_CONFIG)).toBe(false);
  });

  it('knows its text', () => {
    const { task } = TEXT_CONFIG;
    const other = task.kind === 'next-symbol' ? { ...task, text: `${task.text}.` } : task;
    expect(isStateOf(checkpoint, { ...TEXT_CONFIG, task: other })).toBe(false);
  });

  it('does not mind the order of keys', () => {
    const { seed, ...rest } = TEXT_CONFIG;
    expect(isStateOf(checkpoint, { seed, ...rest })).toBe(true);
  });
});
