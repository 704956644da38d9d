import { UNKNOWN_TOKEN, vocabularyOf } from '../../models/text/vocabulary.ts';
import { config } from './config-fields.ts';
import {
  type Field,
  type FieldFault,
  listOf,
  nullable,
  number,
  object,
  oneOf,
  optional,
  readFields,
  text,
  whole,
} from './fields.ts';
import { MODEL_KEY, type ModelDescription } from './model-files.ts';

const FORMAT = 'unrolled-language-model';
const VERSION = 1;

/** Why JSON is no description of a model of ours. */
export type DescriptionFault =
  | FieldFault
  | { readonly code: 'newer-version'; readonly found: string; readonly known: number }
  | { readonly code: 'duplicate-token'; readonly token: string; readonly ids: readonly [number, number] }
  | { readonly code: 'unknown-first'; readonly found: string };

export type DescriptionResult =
  | { readonly ok: true; readonly description: ModelDescription }
  | { readonly ok: false; readonly fault: DescriptionFault };

/** The description as JSON: see docs/decisions/model-files.md. The text itself is never in it. */
export function writeDescription(description: ModelDescription, indent?: number): string {
  const { name, config: settings, vocabulary, step, devLoss, text: trainedOn, rounded } = description;
  const json = {
    format: FORMAT,
    version: VERSION,
    provenance: 'trained with Unrolled',
    name,
    step,
    devLoss,
    text: trainedOn,
    numbers: rounded ? 'rounded' : 'exact',
    settings: { ...settings, task: { ...settings.task, text: undefined } },
    vocabulary: vocabulary.tokens,
    counts: vocabulary.counts,
  };
  return JSON.stringify(json, null, indent);
}

/** Whether parsed JSON says that it is a description of ours, of whatever version. */
export function isDescription(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;
}

const description: Field<ModelDescription> = object((take) => {
  const tokens = take('vocabulary', listOf(text));
  const counts = take('counts', optional(listOf(whole(0)))) ?? [];
  return {
    name: take('name', optional(text)) ?? '',
    step: take('step', whole(0)),
    devLoss: take('devLoss', nullable(number(0))),
    text: take(
      'text',
      nullable(object((of) => ({ name: of('name', nullable(text)), key: of('key', nullable(text)) }))),
    ),
    rounded: take('numbers', optional(oneOf(['exact', 'rounded']))) === 'rounded',
    config: take('settings', config),
    vocabulary: vocabularyOf(tokens, counts),
  };
});

/** The description in parsed JSON, or the first thing that is wrong with it. */
export function readDescription(value: unknown): DescriptionResult {
  const version = (value as { readonly version?: unknown }).version;
  if (version !== VERSION) {
    return refused({ code: 'newer-version', found: String(JSON.stringify(version)), known: VERSION });
  }
  const read = readFields(value, '', description);
  if ('code' in read) return refused(read);
  const { tokens, ids } = read.vocabulary;
  if (tokens[0] !== UNKNOWN_TOKEN) return refused({ code: 'unknown-first', found: tokens[0] ?? '' });
  const twice = tokens.findIndex((token, id) => ids.get(token) !== id);
  if (twice >= 0) {
    const token = tokens[twice] ?? '';
    return refused({ code: 'duplicate-token', token, ids: [twice, ids.get(token) ?? twice] });
  }
  return { ok: true, description: read };
}

/** The description in a file's metadata; null where there is none that can be read. */
export function describedIn(metadata: ReadonlyMap<string, string>): ModelDescription | null {
  try {
    const value: unknown = JSON.parse(metadata.get(MODEL_KEY) ?? 'null');
    const read = isDescription(value) ? readDescription(value) : null;
    return read?.ok ? read.description : null;
  } catch {
    return null;
  }
}

function refused(fault: DescriptionFault): DescriptionResult {
  return { ok: false, fault };
}
