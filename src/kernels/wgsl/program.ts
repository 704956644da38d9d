/** A storage buffer of a program: 32-bit numbers. */
export interface BufferSlot {
  readonly name: string;
  /** `write` also reads. */
  readonly access: 'read' | 'write';
  readonly type?: 'f32' | 'i32';
}

/** A compute shader, as data. */
export interface Program {
  /** Decides the code: two programs of one key are the same. */
  readonly key: string;
  readonly buffers: readonly BufferSlot[];
  /** 32-bit numbers that change from run to run, `params.name` in the body. */
  readonly params: readonly (readonly [name: string, type: 'u32' | 'f32'])[];
  /** WGSL with an entry point `main`. Asked for once a device. */
  body(): string;
}

/** The program's whole WGSL: buffers at bindings 0, 1, …, the parameters behind them, then the body. */
export function programCode({ buffers, params, body }: Program): string {
  const declared = buffers.map(
    ({ name, access, type = 'f32' }, binding) =>
      `@group(0) @binding(${binding}) var<storage, ${access === 'read' ? 'read' : 'read_write'}> ${name}: array<${type}>;`,
  );
  const fields = params.map(([name, type]) => `  ${name}: ${type},`);
  return [
    ...declared,
    'struct Params {',
    ...fields,
    '}',
    `@group(0) @binding(${buffers.length}) var<uniform> params: Params;`,
    body(),
  ].join('\n');
}

export const reads = (name: string, type: 'f32' | 'i32' = 'f32'): BufferSlot => ({
  name,
  access: 'read',
  type,
});
export const writes = (name: string): BufferSlot => ({ name, access: 'write' });
/** Unsigned integer parameters. */
export const counts = (...names: readonly string[]): readonly (readonly [string, 'u32'])[] =>
  names.map((name) => [name, 'u32'] as const);

/** Lines of `make(0)`, …, `make(count − 1)`. */
export function repeat(count: number, make: (index: number) => string, separator = '\n'): string {
  return Array.from({ length: count }, (_, index) => make(index)).join(separator);
}

/**
 * `isStrange(x)`: infinite or no number, told by its bits. WGSL lets a compiler assume that there are no such numbers, and
 * the exp of some drivers gives a finite one for NaN: a net that has diverged would look alive.
 */
export const IS_STRANGE = `
fn isStrange(x: f32) -> bool { return (bitcast<u32>(x) & 0x7f800000u) == 0x7f800000u; }`;
