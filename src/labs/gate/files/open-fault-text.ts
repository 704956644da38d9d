import type { gateFilesMessages } from '../../../i18n/messages/gate-files.ts';
import type { MessageValues } from '../../../i18n/translate.ts';
import { faultText, type SayFiles } from '../../../instruments/network-files/fault-text.ts';
import type { OpenFault } from './open-file.ts';

/** Says a message of the panel in the reader's language. */
export type SayGateFiles = (code: keyof (typeof gateFilesMessages)['en'], values?: MessageValues) => string;

/** Why a file does not open in the lab: what every reader of networks says, and what is too large for this one. */
export function openFaultText(text: SayGateFiles, say: SayFiles, fault: OpenFault): string {
  if (fault.code !== 'too-large') return faultText(say, fault);
  const sizes = fault.sizes.map(({ size, found, limit }) => text(`files.size-${size}`, { found, limit }));
  return text('files.fault-too-large', { sizes: sizes.join(', ') });
}
