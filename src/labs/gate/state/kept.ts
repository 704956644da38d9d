import { labLayout, type Origin } from '../model.ts';
import type { Weights } from '../weights/weights.ts';
import { planOf } from './plan.ts';
import { GATE_TABLE, type GateSettings } from './settings.ts';

/** What a reload, or a walk to another page and back, must not lose: weights may be too many for the address. */
export interface KeptLab {
  readonly settings: GateSettings;
  readonly weights: Weights;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const NAME = 'unrolled.gate-lab';

/** Texts may be longer than a link's; everything else is taken only if a link could carry it. */
const TEXTS: readonly string[] = ['text', 'symbols', 'sentence', 'numbers'];

function toBase64(values: Float64Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}

function fromBase64(text: string): Float64Array {
  return new Float64Array(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer);
}

type Fields = Readonly<Record<string, unknown>>;

function readSettings(fields: Fields): GateSettings {
  const taken = Object.entries(GATE_TABLE).map(([field, { codec }]) => {
    const value = fields[field];
    if (TEXTS.includes(field) && typeof value === 'string') return [field, value];
    const isThere = value !== undefined && field !== 'weights';
    return [field, isThere ? codec.read(codec.write(value as never)).value : codec.fallback];
  });
  return Object.fromEntries(taken);
}

const ORIGINS: readonly string[] = ['seed', 'file', 'link', 'trained'] satisfies readonly Origin['kind'][];

/** What was kept; null where there is nothing, or nothing that makes a lab. */
export function readKept(storage: Storage): KeptLab | null {
  try {
    const found = JSON.parse(storage.getItem(NAME) ?? 'null');
    const settings = readSettings(found.settings);
    const parameters = fromBase64(found.parameters);
    const { length } = labLayout(planOf(settings).network);
    if (parameters.length !== length || !ORIGINS.includes(found.origin.kind)) return null;
    return { settings, weights: { parameters, origin: found.origin, edited: found.edited === true } };
  } catch {
    return null;
  }
}

export function writeKept(storage: Storage, { settings, weights }: KeptLab): void {
  const { parameters, origin, edited } = weights;
  try {
    storage.setItem(
      NAME,
      JSON.stringify({
        settings: { ...settings, weights: null },
        origin,
        edited,
        parameters: toBase64(parameters),
      }),
    );
  } catch {
    // No room: what was kept before would be older than what is on screen.
    storage.removeItem(NAME);
  }
}
