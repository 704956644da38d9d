import { FileButton } from '../../../components/controls/FileButton.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateFilesMessages } from '../../../i18n/messages/gate-files.ts';
import { networkFilesMessages } from '../../../i18n/messages/network-files.ts';
import { useFileDrop } from '../../../instruments/network-files/useFileDrop.ts';
import type { LabModel } from '../model.ts';
import styles from './files.module.css';
import { OpeningNews } from './OpeningNews.tsx';
import { SavePart } from './SavePart.tsx';
import type { SavedWith } from './saved-with.ts';
import { type OpenedFile, useOpening } from './useOpening.ts';

interface FilesPanelProps {
  readonly model: LabModel;
  /** What goes into a saved file beside the numbers; it comes back with `onOpen`. */
  readonly saved: SavedWith;
  /** The lab takes over the model: network and numbers. It can be undone there. */
  readonly onOpen: (opened: OpenedFile) => void;
}

/** Weights from files into the lab, and out of it. */
export function FilesPanel({ model, saved, onOpen }: FilesPanelProps) {
  const text = useText(gateFilesMessages);
  const say = useText(networkFilesMessages);
  const { opening, take, show, dismiss } = useOpening(onOpen);
  const isOver = useFileDrop(([file]) => file && void take(file));
  return (
    <div className={styles.panel} data-over={isOver || undefined}>
      <section className={styles.part} aria-label={text('files.open')}>
        <div className={styles.bar}>
          <FileButton primary accept=".safetensors" onFile={(file) => void take(file)}>
            {text('files.open')}
          </FileButton>
          <span className={styles.hint}>{isOver ? say('files.drop-now') : text('files.drop')}</span>
        </div>
        <p className={styles.note}>{text('files.about')}</p>
        <OpeningNews opening={opening} network={model.network} onChoose={show} onDismiss={dismiss} />
      </section>
      <SavePart model={model} saved={saved} />
    </div>
  );
}
