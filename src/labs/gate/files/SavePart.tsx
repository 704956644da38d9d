import { useDeferredValue, useMemo } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { download } from '../../../components/interaction/download.ts';
import { useText } from '../../../components/text/useText.tsx';
import { codeMessages } from '../../../i18n/messages/code.ts';
import { gateFilesMessages } from '../../../i18n/messages/gate-files.ts';
import { joinSentences, torchReasons } from '../../../instruments/code/notes.ts';
import { torchModule, torchModuleName } from '../../../instruments/code/torch-model.ts';
import { TensorTable } from '../../../instruments/network-files/TensorTable.tsx';
import type { LabModel, LabNetwork } from '../model.ts';
import { weightsFileName } from './file-name.ts';
import styles from './files.module.css';
import { headText } from './network-text.ts';
import { type SavedFile, savedFile } from './save-file.ts';
import type { SavedWith } from './saved-with.ts';

/** The file of the weights on screen: what PyTorch will say to it, and what it holds. */
export function SavePart({ model, saved }: { readonly model: LabModel; readonly saved: SavedWith }) {
  const text = useText(gateFilesMessages);
  // While a network trains, the words about its file may come a moment later.
  const later = useDeferredValue(model);
  const file = useMemo(() => savedFile(later, saved), [later, saved]);
  const name = weightsFileName(model.network);
  const save = () => download(name, new Blob([savedFile(model, saved).bytes()]));
  const tensors = [...file.tensors].map(([tensor, { shape }]) => ({ name: tensor, shape }));
  return (
    <section className={styles.part} aria-label={text('files.save')}>
      <div className={styles.bar}>
        <Button icon="export" onClick={save}>
          {text('files.save')}
        </Button>
        <span className={styles.hint}>{name}</span>
      </div>
      <Loads network={later.network} file={file} />
      <p className={styles.note}>
        {joinSentences([text(`files.dtype-${file.dtype === 'F32' ? 'f32' : 'f64'}`), text('files.reopens')])}
      </p>
      <TensorTable caption={text('files.tensors', { count: tensors.length })} tensors={tensors} />
    </section>
  );
}

/** Which module of PyTorch loads it; or why none does. */
function Loads({ network, file }: { readonly network: LabNetwork; readonly file: SavedFile }) {
  const text = useText(gateFilesMessages);
  const say = useText(codeMessages);
  const { stack, classes } = network;
  if (file.form === 'torch') {
    const module = torchModule(stack);
    const values = { module, head: headText(network) };
    return (
      <p>
        {classes === null
          ? text('files.written-torch', { module })
          : text('files.written-torch-head', values)}
      </p>
    );
  }
  return (
    <div className={styles.plain}>
      <p>{text('files.written-plain', { module: torchModuleName(stack.cell) })}</p>
      <ul className={styles.notes}>
        {torchReasons(say, stack).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
