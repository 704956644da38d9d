import { formatBytes } from '../../components/prose/Num.tsx';
import type { textsMessages } from '../../i18n/messages/texts.ts';
import type { MessageValues } from '../../i18n/translate.ts';
import type { IntakeFault } from '../../workers/text-protocol.ts';

type Say = (code: keyof (typeof textsMessages)['en'], values?: MessageValues) => string;

/** What is wrong with a file, where, and what to do. */
export function faultText(say: Say, fault: IntakeFault, tag: string): string {
  switch (fault.code) {
    case 'cancelled':
      return '';
    case 'too-large': {
      const { name, bytes, limit } = fault;
      const [found, most] = [bytes, limit].map((size) => formatBytes(size, 3, tag));
      return say('texts.fault-too-large', { name, found: found ?? '', most: most ?? '' });
    }
    case 'binary':
    case 'unknown-encoding': {
      const { code, name, offset, byte } = fault;
      const hex = byte.toString(16).toUpperCase().padStart(2, '0');
      return say(`texts.fault-${code}`, { name, place: offset + 1, byte: hex });
    }
    default: {
      const { code, ...values } = fault;
      return say(`texts.fault-${code}`, values);
    }
  }
}
