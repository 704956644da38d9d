import { KeysDialog } from '../../components/controls/KeysDialog.tsx';
import { useText } from '../../components/text/useText.tsx';
import { trainingMessages } from './messages.ts';

const KEYS = [
  ['␣', 'lab.key-train'],
  ['.', 'lab.key-step'],
  ['?', 'lab.key-help'],
] as const;

/** The keys of the lab. */
export function HelpDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText(trainingMessages);
  const rows = KEYS.map(([key, code]) => ({ keys: [key], text: text(code) }));
  return <KeysDialog {...props} title={text('lab.help')} rows={rows} />;
}
