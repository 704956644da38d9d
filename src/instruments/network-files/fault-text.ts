import type { networkFilesMessages } from '../../i18n/messages/network-files.ts';
import type { MessageValues } from '../../i18n/translate.ts';
import type { SafetensorsFault } from '../../models/convert/safetensors.ts';
import type { JsonExpectation } from '../../models/convert/safetensors-json.ts';
import type { TorchStateFault } from '../../models/convert/torch-state.ts';
import type { ReadFault } from './read-file.ts';

type FilesMessage = keyof (typeof networkFilesMessages)['en'];
/** Why a file of tensors is no network that can be computed. */
export type NetworkFault =
  | ReadFault
  | TorchStateFault
  | { readonly code: 'not-finite'; readonly name: string; readonly index: number };

/** Says a message about files in the reader's language. */
export type SayFiles = (code: FilesMessage, values?: MessageValues) => string;

/** Names of tensors that a sentence lists before it counts the rest. */
const MOST_NAMES = 6;
const MEGABYTE = 2 ** 20;

const EXPECTED: Readonly<Record<JsonExpectation, string>> = {
  '{': 'brace',
  value: 'value',
  key: 'key',
  ':': 'colon',
  ', or }': 'objectEnd',
  ', or ]': 'listEnd',
  end: 'end',
  'fewer levels': 'levels',
};

/** What is wrong with a file: what was expected, what was found, where, and what to do. */
export function faultText(say: SayFiles, fault: NetworkFault): string {
  switch (fault.code) {
    case 'kind':
      return say(`files.fault-kind-${fault.kind}`);
    case 'unreadable':
      return say('files.fault-unreadable');
    case 'too-big':
      return say('files.fault-too-big', {
        found: Math.ceil(fault.found / MEGABYTE),
        atMost: fault.atMost / MEGABYTE,
      });
    case 'not-finite':
      return say('files.fault-not-finite', { name: fault.name, index: fault.index + 1 });
    case 'no-network':
    case 'several-networks':
    case 'projection':
    case 'gates':
    case 'missing':
    case 'shape':
      return stateText(say, fault);
    default:
      return formatText(say, fault);
  }
}

/** The tensors are no network. */
function stateText(say: SayFiles, fault: TorchStateFault): string {
  switch (fault.code) {
    case 'no-network':
      return say('files.fault-no-network', {
        expected: fault.expected,
        found: namesText(say, fault.found),
      });
    case 'several-networks':
      return say('files.fault-several-networks', {
        prefixes: fault.prefixes.map((prefix) => moduleName(say, prefix)).join(', '),
      });
    case 'projection':
    case 'missing':
      return say(`files.fault-${fault.code}`, { name: fault.name });
    case 'gates':
      return say('files.fault-gates', { name: fault.name, found: shapeText(fault.found) });
    case 'shape': {
      const { name, expected, found } = fault;
      const turned = found.length === 2 && shapesAgree(expected, found.toReversed()) ? 'yes' : 'no';
      const values = { name, expected: shapeText(expected), found: shapeText(found), turned };
      return say('files.fault-shape', values);
    }
  }
}

/** The bytes are no safetensors file. */
function formatText(
  say: SayFiles,
  fault: Exclude<ReadFault, { code: 'kind' | 'unreadable' | 'too-big' }>,
): string {
  switch (fault.code) {
    case 'json':
      return say('files.fault-json', {
        byte: fault.byte,
        expected: EXPECTED[fault.expected],
        found: fault.found || 'none',
      });
    case 'duplicate':
      return say('files.fault-duplicate', { ...named(fault), within: fault.within ?? 'none' });
    case 'metadata':
      return say('files.fault-metadata', { key: fault.key ?? 'none', found: fault.found });
    case 'entry':
      return say('files.fault-entry', { ...named(fault), field: fault.field ?? 'none' });
    case 'dtype':
      return say('files.fault-dtype', { ...named(fault), expected: fault.expected.join(', ') });
    case 'outside': {
      const [from, to] = fault.found;
      return say('files.fault-outside', { name: fault.name, room: fault.expected[1], from, to });
    }
    case 'size':
      return say('files.fault-size', { ...named(fault), shape: shapeText(fault.shape) });
    case 'overlap':
    case 'hole': {
      const [from, to] = fault.range;
      const names = fault.code === 'overlap' ? { name: fault.name, other: fault.other } : {};
      return say(`files.fault-${fault.code}`, { ...names, from, to });
    }
    case 'value':
      return say('files.fault-value', {
        ...named(fault),
        index: fault.index + 1,
        kind: fault.expected === '0 or 1' ? 'truth' : 'size',
      });
    default:
      return say(`files.fault-${fault.code}`, named(fault));
  }
}

/** The fields of a fault that a message takes as they are. */
function named(fault: SafetensorsFault): MessageValues {
  const plain = Object.entries(fault).filter(([, value]) => ['string', 'number'].includes(typeof value));
  return Object.fromEntries(plain) as MessageValues;
}

/** What stands in front of a module's names, as one would say it. */
export function moduleName(say: SayFiles, prefix: string): string {
  return prefix === '' ? say('files.module-alone') : prefix.replace(/\.$/, '');
}

export function shapeText(shape: readonly (number | null)[]): string {
  return shape.map((size) => size ?? '…').join(', ');
}

function namesText(say: SayFiles, names: readonly string[]): string {
  if (names.length === 0) return say('files.found-nothing');
  const more = Math.max(0, names.length - MOST_NAMES);
  return say('files.found-names', { names: names.slice(0, MOST_NAMES).join(', '), more });
}

function shapesAgree(expected: readonly (number | null)[], found: readonly number[]): boolean {
  return expected.length === found.length && expected.every((size, i) => size === null || size === found[i]);
}
