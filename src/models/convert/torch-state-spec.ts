import type { StackSpec } from '../cells/stack.ts';
import type { CellSpec, GruSpec, LstmSpec } from '../cells/types.ts';
import { ACTIVATIONS, type Activation } from '../dense/activations.ts';

type Fields = Readonly<Record<string, unknown>>;

const ACTIVATION_NAMES = Object.keys(ACTIVATIONS) as readonly Activation[];

/** A spec as text that goes into a file. */
export function writeSpec(spec: StackSpec): string {
  return JSON.stringify(spec);
}

/** The spec that such a text holds; null when it is anything else. */
export function readSpec(text: string): StackSpec | null {
  const fields = parseFields(text);
  const cell = readCell(fields?.cell);
  if (!fields || !cell) return null;
  const { inputs, hidden, layers } = fields;
  const directions = oneOf(fields.directions, ['forward', 'concat', 'sum'] as const);
  if (!isSize(inputs) || !isSize(hidden) || !isSize(layers) || !directions) return null;
  return { cell, inputs, hidden, layers, directions };
}

function parseFields(text: string): Fields | null {
  try {
    return asFields(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A cell's spec out of parsed JSON; null when it is anything else. */
export function readCell(value: unknown): CellSpec | null {
  const fields = asFields(value);
  if (fields?.kind === 'lstm') return readLstm(fields);
  if (fields?.kind === 'gru') return readGru(fields);
  const activation = fields?.kind === 'rnn' ? readActivation(fields.activation) : null;
  return activation && { kind: 'rnn', activation };
}

function readGru(fields: Fields): GruSpec | null {
  const variant = oneOf(fields.variant, ['full', 'simplified'] as const);
  const reset = oneOf(fields.reset, ['before', 'after'] as const);
  const update = oneOf(fields.update, ['writes', 'keeps'] as const);
  const gate = readActivation(fields.gate);
  const candidate = readActivation(fields.candidate);
  if (!variant || !reset || !update || !gate || !candidate) return null;
  return { kind: 'gru', variant, reset, update, gate, candidate };
}

function readLstm({ peepholes, ...fields }: Fields): LstmSpec | null {
  const gate = readActivation(fields.gate);
  const candidate = readActivation(fields.candidate);
  const output = readActivation(fields.output);
  if (typeof peepholes !== 'boolean' || !gate || !candidate || !output) return null;
  return { kind: 'lstm', peepholes, gate, candidate, output };
}

function readActivation(value: unknown): Activation | null {
  return oneOf(value, ACTIVATION_NAMES);
}

function oneOf<T extends string>(value: unknown, names: readonly T[]): T | null {
  return names.find((name) => name === value) ?? null;
}

function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null ? (value as Fields) : null;
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
