import type { codeMessages } from '../../i18n/messages/code.ts';
import type { MessageValues } from '../../i18n/translate.ts';
import type { StackSpec } from '../../models/cells/stack.ts';
import type { ConversionError } from '../../models/convert/conversion.ts';
import { torchObstacles } from '../../models/convert/torch-state-obstacles.ts';
import { tfjsLayers } from './tfjs-layers.ts';
import { torchModuleName } from './torch-model.ts';

type CodeMessage = keyof (typeof codeMessages)['en'];
/** Says a message in the reader's language. */
export type SayCode = (code: CodeMessage, values?: MessageValues) => string;

/** Every reason for which PyTorch has no module for the network; none when it has. */
export function torchReasons(say: SayCode, stack: StackSpec): readonly string[] {
  return torchObstacles(stack).map((error) => reason(say, error, torchModuleName(stack.cell)));
}

function reason(say: SayCode, error: ConversionError, module: string): string {
  switch (error.code) {
    case 'peepholes':
    case 'simplified-gru':
    case 'reset':
      return say(`listing.${error.code}`);
    case 'activation': {
      const { role, found } = error;
      return say('listing.activation', { module, role, found, expected: error.expected.join(' / ') });
    }
    case 'update-not-mirrored':
      return say('listing.not-mirrored', { found: error.found });
    case 'directions':
      return say('listing.directions', { module });
    default:
      // What is missing or has the wrong shape is in a file, not in a network.
      return error.code;
  }
}

/** Sentences one after the other; Chinese ones need no space between them. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.join(' ').replace(/(?<=[。！？]) /g, '');
}

/** What a reader of the PyTorch code should know of the network: comments above it. */
export function torchNotes(say: SayCode, stack: StackSpec): readonly string[] {
  const reasons = torchReasons(say, stack);
  if (reasons.length > 0) return [say('listing.written-torch', { reasons: joinSentences(reasons) })];
  const { cell } = stack;
  return cell.kind === 'gru' && cell.update === 'writes' ? [say('listing.mirrored')] : [];
}

export function tfjsNotes(say: SayCode, stack: Pick<StackSpec, 'cell' | 'hidden'>): readonly string[] {
  return tfjsLayers(stack).isNative ? [] : [say('listing.written-tfjs')];
}
