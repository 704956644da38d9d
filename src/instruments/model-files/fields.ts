/**
 * Reads values out of parsed JSON that anybody may have written. The first value that is not what it should be ends the reading;
 * `readFields` makes a fault of it.
 */
export interface FieldFault {
  readonly code: 'field';
  /** Where it stands, as one would write it in JavaScript: `settings.optimizer.kind`. */
  readonly path: string;
  /** In words of JSON and mathematics, the same in every language: `"adam"`, `≥ 1`. */
  readonly expected: string;
  readonly found: string;
}

class FieldError extends Error {
  readonly fault: FieldFault;
  constructor(path: string, expected: string, found: unknown) {
    super(path);
    const text = found === undefined ? '–' : JSON.stringify(found);
    const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    this.fault = { code: 'field', path, expected, found: short };
  }
}

/** Reads one value; throws within `readFields`. */
export type Field<T> = (value: unknown, path: string) => T;

/** What `read` makes of the value, or the first fault. */
export function readFields<T>(value: unknown, path: string, read: Field<T>): T | FieldFault {
  try {
    return read(value, path);
  } catch (error) {
    if (error instanceof FieldError) return error.fault;
    throw error;
  }
}

export const number =
  (low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY): Field<number> =>
  (value, path) => {
    const fits = typeof value === 'number' && Number.isFinite(value) && value >= low && value <= high;
    if (!fits) throw new FieldError(path, rangeText('number', low, high), value);
    return value;
  };

export const whole =
  (low: number, high = Number.MAX_SAFE_INTEGER): Field<number> =>
  (value, path) => {
    const fits = Number.isSafeInteger(value) && Number(value) >= low && Number(value) <= high;
    if (!fits) throw new FieldError(path, rangeText('0, 1, 2 …', low, high), value);
    return Number(value);
  };

function rangeText(kind: string, low: number, high: number): string {
  const least = low > Number.NEGATIVE_INFINITY ? ` ≥ ${low}` : '';
  const most = high < Number.MAX_SAFE_INTEGER ? ` ≤ ${high}` : '';
  return `${kind}${least}${most}`;
}

export const text: Field<string> = (value, path) => {
  if (typeof value !== 'string') throw new FieldError(path, '"…"', value);
  return value;
};

export const oneOf =
  <const T extends string>(names: readonly T[]): Field<T> =>
  (value, path) => {
    const found = names.find((name) => name === value);
    if (found === undefined) throw new FieldError(path, names.map((name) => `"${name}"`).join(' | '), value);
    return found;
  };

export const nullable =
  <T>(inner: Field<T>): Field<T | null> =>
  (value, path) =>
    value === null || value === undefined ? null : inner(value, path);

/** `undefined` where the value is absent. */
export const optional =
  <T>(inner: Field<T>): Field<T | undefined> =>
  (value, path) =>
    value === undefined ? undefined : inner(value, path);

export const listOf =
  <T>(inner: Field<T>): Field<readonly T[]> =>
  (value, path) => {
    if (!Array.isArray(value)) throw new FieldError(path, '[…]', value);
    return value.map((each, index) => inner(each, `${path}[${index}]`));
  };

/** What somebody else's reader says of a value: null refuses it. */
export const readBy =
  <T>(expected: string, read: (value: unknown) => T | null): Field<T> =>
  (value, path) => {
    const found = read(value);
    if (found === null) throw new FieldError(path, expected, value);
    return found;
  };

/** The fields of an object, one at a time. */
export type Take = <T>(name: string, inner: Field<T>) => T;

export const object =
  <T>(make: (take: Take) => T): Field<T> =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new FieldError(path, '{…}', value);
    }
    const fields = value as Readonly<Record<string, unknown>>;
    return make((name, inner) => inner(fields[name], path === '' ? name : `${path}.${name}`));
  };

/** `{}` for what is absent, `{ name: value }` for what is there: optional fields are never `undefined`. */
export function present<K extends string, T>(name: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: T });
}
