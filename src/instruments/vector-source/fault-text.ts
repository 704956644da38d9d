import { formatBytes, formatWhole } from '../../components/prose/Num.tsx';
import type { SourceFault, SourceFlaw, SourcePlace } from '../../store/vectors-state.ts';
import type { Say } from './say.ts';

/** Where in a source: the line or row, else the byte; and the word there. */
export function placeText(say: Say, { line, row, byte, word, file }: SourcePlace, tag: string): string {
  const whole = (value: number) => formatWhole(value, tag);
  const at =
    line !== undefined
      ? say('vectors.place-line', { line: whole(line) })
      : row !== undefined
        ? say('vectors.place-row', { row: whole(row) })
        : byte !== undefined
          ? say('vectors.place-byte', { byte: whole(byte) })
          : file;
  return word === undefined || word === '' ? at : say('vectors.place-word', { place: at, word });
}

/** What is wrong in a source that was read nonetheless, how often, and where first. */
export function flawText(say: Say, { code, count, first }: SourceFlaw, tag: string): string {
  const { found = '–', expected = '–' } = first;
  const values = { count, shown: formatWhole(count, tag), place: placeText(say, first, tag) };
  const numbers = { expected, found: code === 'ragged-row' ? Number(found) || 0 : found };
  return say(`vectors.flaw-${code}`, { ...values, ...numbers });
}

/** Why nothing was opened: what was expected, what was found and where, what to do. */
export function faultText(say: Say, fault: SourceFault, tag: string): string {
  switch (fault.code) {
    case 'no-rows':
      return say('vectors.fault-no-rows', { file: fault.place.file });
    case 'not-vectors':
      return notVectorsText(say, fault, tag);
    case 'encoding': {
      const { place, encoding } = fault;
      return say('vectors.fault-encoding', { file: place.file, encoding, place: placeText(say, place, tag) });
    }
    case 'damaged':
      return damagedText(say, fault, tag);
    case 'partner-differs': {
      const { file, rows, words } = fault;
      const counts = { rows: formatWhole(rows, tag), words: formatWhole(words, tag) };
      return say('vectors.fault-partner-differs', { file, ...counts });
    }
    case 'memory': {
      const { wanted, words } = fault;
      const values = { wanted: formatBytes(wanted, 3, tag), words: formatWhole(words, tag) };
      return say('vectors.fault-memory', values);
    }
    case 'fetch': {
      const { url, status, detail } = fault;
      const why = detail === '' ? '' : `${detail}. `;
      return say('vectors.fault-fetch', {
        url,
        status: status === null ? 'none' : String(status),
        detail: why,
      });
    }
    case 'stopped':
      return say('vectors.fault-stopped', { detail: fault.detail || 'none' });
    default: {
      const { code, ...values } = fault;
      return say(`vectors.fault-${code}`, values);
    }
  }
}

type FaultOf<Code extends SourceFault['code']> = Extract<SourceFault, { readonly code: Code }>;

function notVectorsText(say: Say, { place, kind }: FaultOf<'not-vectors'>, tag: string): string {
  const { file, found } = place;
  // Names of kinds in messages have no hyphens.
  const known = kind?.replace('-', '') ?? 'other';
  const where = placeText(say, place, tag);
  return say('vectors.fault-not-vectors', { file, kind: known, where, found: found || 'none' });
}

function damagedText(say: Say, { place, words }: FaultOf<'damaged'>, tag: string): string {
  const { file, expected = '', found = '' } = place;
  const why = expected === '' || found === '' ? 'none' : 'known';
  const values = { file, why, expected, found, words, shown: formatWhole(words, tag) };
  return say('vectors.fault-damaged', { ...values, place: placeText(say, place, tag) });
}
