import { useText } from '../../components/text/useText.tsx';
import { networkFilesMessages } from '../../i18n/messages/network-files.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { shapeText } from './fault-text.ts';
import styles from './network-files.module.css';

/** Names and shapes of tensors, folded away under what they are. */
export function TensorTable(props: {
  readonly caption: string;
  readonly tensors: readonly { readonly name: string; readonly shape: readonly number[] }[];
}) {
  const text = useText(networkFilesMessages);
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
