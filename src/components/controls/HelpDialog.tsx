import type { MessageCode } from '../../i18n/messages/index.ts';
import { useText } from '../text/useText.tsx';
import { KeysDialog } from './KeysDialog.tsx';

const KEYS: readonly { readonly keys: readonly string[]; readonly code: MessageCode }[] = [
  { keys: ['←', '→'], code: 'figure.keys.time' },
  { keys: ['↑', '↓'], code: 'figure.keys.lane' },
  { keys: ['Home', 'End'], code: 'figure.keys.ends' },
  { keys: ['PgUp', 'PgDn'], code: 'figure.keys.unit' },
  { keys: ['␣'], code: 'figure.keys.play' },
  { keys: ['Ctrl'], code: 'figure.keys.zoom' },
  { keys: ['Tab'], code: 'figure.keys.tab' },
  { keys: ['?'], code: 'figure.keys.help' },
];

export interface HelpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The keys of the figure. */
export function HelpDialog({ open, onClose }: HelpDialogProps) {
  const text = useText();
  const rows = KEYS.map(({ keys, code }) => ({ keys, text: text(code) }));
  return <KeysDialog open={open} title={text('figure.keys.title')} rows={rows} onClose={onClose} />;
}
