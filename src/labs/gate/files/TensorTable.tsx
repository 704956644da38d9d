import { useText } from '../../../components/text/useText.tsx';
import { gateFilesMessages } from '../../../i18n/messages/gate-files.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { shapeText } from './fault-text.ts';
import styles from './files.module.css';

/** Names and shapes of tensors, folded away under what they are. */
export function TensorTable(props: {
  readonly caption: string;
  readonly tensors: readonly { readonly name: string; readonly shape: readonly number[] }[];
}) {
  const text = useText(gateFilesMessages);
  const { caption, tensors } = props;
  return (
    <details className={styles.tensors}>
      <summary>{caption}</summary>
      <NumberTable
        caption={caption}
        heads={[text('files.tensor'), text('files.shape')]}
        rows={tensors.map(({ name, shape }) => ({ id: name, cells: [name, `(${shapeText(shape)})`] }))}
      />
    </details>
  );
}
