import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonValue, parseJsonObject } from './safetensors-json.ts';

/** Our value in the form that JSON.parse gives. */
function plain(value: JsonValue): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  const entries = [...(value as ReadonlyMap<string, JsonValue>)];
  // defineProperty: assigning to __proto__ would set the prototype.
  return entries.reduce(
    (object, [key, item]) =>
      Object.defineProperty(object, key, {
        value: plain(item),
        enumerable: true,
        configurable: true,
        writable: true,
      }),
    {},
  );
}

function parsed(text: string): unknown {
  const result = parseJsonObject(text);
  return result.ok ? plain(result.value) : result.error;
}

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return text.startsWith('{') && typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
};

describe('parseJsonObject', () => {
  it('reads what JSON.parse reads', () => {
    const objects = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(
      fc.property(objects, fc.constantFrom(0, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parsed(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses, and only that', () => {
    const text = '{"a\\u00e9":[1,-2.5e3,true],"b":{"c":null,"d":"\\n"}} ';
    const pieces = fc.constantFrom(...'{}[]",:\\ 01-.eEu\n\u0001ntrue');
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(3), pieces, (at, removed, piece) => {
        const broken = text.slice(0, at) + piece + text.slice(at + removed);
        expect(parseJsonObject(broken).ok, broken).toBe(isObject(broken));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['', 0, '{', ''],
    ['[]', 0, '{', '['],
    [' {}', 0, '{', ' '],
    ['{', 1, 'key', ''],
    ['{"a"}', 4, ':', '}'],
    ['{"a":}', 5, 'value', '}'],
    ['{"a":01}', 6, ', or }', '1'],
    ['{"a":[1 2]}', 8, ', or ]', '2'],
    ['{"a":1,}', 7, 'key', '}'],
    ['{"a":1} x', 8, 'end', 'x'],
    ['{"a":"\u0007"}', 5, 'value', '"'],
  ])('%j is wrong at %d', (text, at, expected, found) => {
    expect(parsed(text)).toEqual({ code: 'syntax', at, expected, found });
  });

  it('says which key comes twice, and within what', () => {
    expect(parsed('{"w":1,"\\u0077":2}')).toEqual({ code: 'duplicate', at: 7, key: 'w', path: [] });
    expect(parsed('{"w":{"dtype":1,"dtype":1}}')).toEqual({
      code: 'duplicate',
      at: 16,
      key: 'dtype',
      path: ['w'],
    });
    expect(parsed('{"v":{"dtype":1},"w":{"dtype":1}}')).toEqual({ v: { dtype: 1 }, w: { dtype: 1 } });
  });

  it('keeps names that objects have already', () => {
    const result = parseJsonObject('{"__proto__":1,"constructor":2}');
    expect(result.ok && [...result.value]).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });

  it('stops at too many levels, not at the end of the stack', () => {
    const deep = `{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`;
    expect(parsed(deep)).toMatchObject({ code: 'syntax', expected: 'fewer levels' });
    expect(parsed('{"a":[[[{"b":[]}]]]}')).toEqual({ a: [[[{ b: [] }]]] });
  });

  it('reads strings of megabytes', () => {
    const long = 'x\\n'.repeat(1e6);
    expect(parsed(`{"a":"${long}"}`)).toEqual({ a: 'x\n'.repeat(1e6) });
  });
});
