import { KeysDialog } from '../../components/controls/KeysDialog.tsx';
import { useText } from '../../components/text/useText.tsx';
import { embeddingLabMessages } from './messages.ts';
import { PANELS } from './state/settings.ts';

const KEYS = [
  ['/', 'embeddinglab.key-find'],
  [`1 … ${PANELS.length}`, 'embeddinglab.key-panels'],
  ['m', 'embeddinglab.key-map'],
  ['?', 'embeddinglab.key-help'],
] as const;

/** The keys of the lab. */
export function HelpDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText(embeddingLabMessages);
  const rows = KEYS.map(([key, code]) => ({ keys: [key], text: text(code) }));
  return <KeysDialog {...props} title={text('embeddinglab.help')} rows={rows} />;
}
