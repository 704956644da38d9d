import { type Table, writeFragment } from '../../url/fragment.ts';
import type { Tier } from '../../workers/protocol.ts';
import { LINK_TEXT_BYTES, LINK_WEIGHTS, type UnrolledSettings } from './settings.ts';

/** Where the numbers on screen stand. */
export interface RunPoint {
  readonly step: number;
  readonly tier: Tier;
  readonly parameters: Float64Array;
}

export interface Link {
  readonly hash: string;
  /** What whoever opens it gets. */
  readonly carries: 'weights' | 'step' | 'settings';
}
export type LinkResult =
  | { readonly ok: true; readonly link: Link }
  | { readonly ok: false; readonly code: 'share.textTooLong'; readonly limit: number };

/** Characters of base64 for so many 32-bit floats. */
const linkLength = (count: number): number => Math.ceil((count * 4 * 4) / 3);

/**
 * The link that reproduces the figure: settings always; all weights where they are few enough; otherwise the step and tier
 * to train to. An own text above the limit fits in no link.
 */
export function shareLink(
  table: Table<UnrolledSettings>,
  figure: string,
  settings: UnrolledSettings,
  point: RunPoint | null,
): LinkResult {
  const ownBytes = settings.corpus === 'own' ? new TextEncoder().encode(settings.ownText).length : 0;
  if (ownBytes > LINK_TEXT_BYTES) return { ok: false, code: 'share.textTooLong', limit: LINK_TEXT_BYTES };
  if (!point || point.step === 0) {
    const plain = { ...settings, trained: 0, tier: '', weights: null } as const;
    return { ok: true, link: { hash: writeFragment(table, figure, plain), carries: 'settings' } };
  }
  const fits = linkLength(point.parameters.length) <= LINK_WEIGHTS;
  const state: UnrolledSettings = {
    ...settings,
    trained: point.step,
    tier: point.tier,
    weights: fits ? Float32Array.from(point.parameters) : null,
  };
  return {
    ok: true,
    link: { hash: writeFragment(table, figure, state), carries: fits ? 'weights' : 'step' },
  };
}

const FORMAT = 'unrolled-figure';
const VERSION = 1;

/** A figure as a file: settings with the whole own text, and the run's checkpoint. */
export interface FigureFile {
  readonly settings: Partial<UnrolledSettings>;
  readonly checkpoint: Uint8Array;
}
export type FileProblem =
  | { readonly code: 'share.badFile.json' }
  | { readonly code: 'share.badFile.format'; readonly found: string }
  | { readonly code: 'share.badFile.checkpoint'; readonly found: string };
export type FileResult =
  | { readonly ok: true; readonly file: FigureFile }
  | { readonly ok: false; readonly problem: FileProblem };

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}

function fromBase64(text: unknown): Uint8Array | null {
  if (typeof text !== 'string') return null;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** JSON, so that a curious reader can open it: format, version, settings, checkpoint (base64). */
export function writeFigureFile(settings: UnrolledSettings, checkpoint: Uint8Array): string {
  const { weights: _weights, trained: _trained, tier: _tier, ...rest } = settings;
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    settings: rest,
    checkpoint: toBase64(checkpoint),
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A setting is taken only if a link could carry it; the own text may be longer than a link's. */
function readSettings(
  table: Table<UnrolledSettings>,
  found: Readonly<Record<string, unknown>>,
): Partial<UnrolledSettings> {
  const taken: Record<string, unknown> = {};
  for (const [field, { codec }] of Object.entries(table)) {
    if (field === 'ownText' && typeof found.ownText === 'string') taken.ownText = found.ownText;
    else if (field in found)
      taken[field] = codec.read(codec.write(found[field] as never), codec.fallback as never).value;
  }
  return taken as Partial<UnrolledSettings>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads what `writeFigureFile` wrote; anything else is an error value that says what was found. */
export function readFigureFile(table: Table<UnrolledSettings>, text: string): FileResult {
  const json = parse(text);
  if (!isRecord(json)) return { ok: false, problem: { code: 'share.badFile.json' } };
  const { format, version, settings } = json;
  if (format !== FORMAT || version !== VERSION || !isRecord(settings)) {
    const found = `${JSON.stringify(format) ?? '–'}, ${JSON.stringify(version) ?? '–'}`.slice(0, 60);
    return { ok: false, problem: { code: 'share.badFile.format', found } };
  }
  const checkpoint = fromBase64(json.checkpoint);
  if (!checkpoint) return { ok: false, problem: { code: 'share.badFile.checkpoint', found: 'base64' } };
  try {
    return { ok: true, file: { settings: readSettings(table, settings), checkpoint } };
  } catch {
    return { ok: false, problem: { code: 'share.badFile.format', found: 'settings' } };
  }
}
