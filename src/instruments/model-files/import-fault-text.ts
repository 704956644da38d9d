import type { modelFilesMessages } from '../../i18n/messages/model-files.ts';
import type { MessageValues } from '../../i18n/translate.ts';
import { faultText, type NetworkFault, type SayFiles } from '../network-files/fault-text.ts';
import type { ImportFault } from './import-model.ts';

type ModelFilesMessage = keyof (typeof modelFilesMessages)['en'];
/** Says a message of the panel in the reader's language. */
export type SayModelFiles = (code: ModelFilesMessage, values?: MessageValues) => string;

/** Names that a sentence lists before it stops. */
const MOST_NAMES = 6;

/** Why files do not open: what was expected, what was found, where, and what to do. */
export function importFaultText(text: SayModelFiles, say: SayFiles, fault: ImportFault): string {
  switch (fault.code) {
    case 'both-ways':
    case 'no-vocabulary':
      return text(`model-files.fault-${fault.code}`);
    case 'field':
      return text('model-files.fault-field', { ...fault, path: fault.path || 'none' });
    case 'no-json':
    case 'not-together':
    case 'other-size':
    case 'newer-version':
    case 'unknown-first':
    case 'vocabulary-form':
    case 'vocabulary-entry':
    case 'vocabulary-size':
      return text(`model-files.fault-${fault.code}`, { ...fault });
    case 'no-weights':
    case 'several-files':
    case 'several-decoders':
    case 'no-decoder':
    case 'no-embedding':
      return listText(text, fault);
    case 'duplicate-token':
    case 'duplicate-id':
    case 'missing-id':
    case 'other-tokens':
      return tokensText(text, fault);
    default:
      return faultText(say, fault);
  }
}

type Listing = 'no-weights' | 'several-files' | 'several-decoders' | 'no-decoder' | 'no-embedding';

/** Faults that list what was found. */
function listText(text: SayModelFiles, fault: Extract<ImportFault, { code: Listing }>): string {
  switch (fault.code) {
    case 'no-weights':
      return text('model-files.fault-no-weights', { found: names(fault.found) });
    case 'several-files':
      return text('model-files.fault-several-files', { kind: fault.kind, names: names(fault.names) });
    case 'several-decoders':
      return text('model-files.fault-several-decoders', { names: names(fault.names) });
    case 'no-decoder':
    case 'no-embedding': {
      const [rows, columns] = fault.expected;
      const found = names(fault.found) || text('model-files.found-none');
      return text(`model-files.fault-${fault.code}`, { rows, columns, found });
    }
  }
}

type Wrong = 'duplicate-token' | 'duplicate-id' | 'missing-id' | 'other-tokens';

/** Faults of the vocabulary. */
function tokensText(text: SayModelFiles, fault: Extract<ImportFault, { code: Wrong }>): string {
  switch (fault.code) {
    case 'duplicate-token': {
      const [first, second] = fault.ids;
      return text('model-files.fault-duplicate-token', { token: shown(fault.token), first, second });
    }
    case 'duplicate-id': {
      const [first, second] = fault.tokens.map(shown) as [string, string];
      return text('model-files.fault-duplicate-id', { id: fault.id, first, second });
    }
    case 'missing-id': {
      const { id, size } = fault;
      return text('model-files.fault-missing-id', { id, size, last: size - 1 });
    }
    case 'other-tokens': {
      const { count, size } = fault;
      return text('model-files.fault-other-tokens', { count, size, examples: names(fault.examples) });
    }
  }
}

function names(all: readonly string[]): string {
  return all.slice(0, MOST_NAMES).map(shown).join(', ');
}

/** A token on one line, whatever it is. */
function shown(token: string): string {
  return token.replace(/\n/g, '⏎').replace(/\p{C}/gu, '�').slice(0, 60);
}

/** Faults that a program of Python's could help with. */
export function isNetworkFault(
  fault: ImportFault,
): fault is Extract<NetworkFault, { code: 'kind' | 'too-big' }> {
  return fault.code === 'kind' || fault.code === 'too-big';
}
