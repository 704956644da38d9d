import type { ReactNode } from 'react';
import { softmaxTreeMessages } from '../../../i18n/messages/softmax-tree.ts';
import { Button } from '../../controls/Button.tsx';
import { useText } from '../../text/useText.tsx';
import { ZoomButtons } from '../ZoomButtons.tsx';
import { FindWord } from './FindWord.tsx';
import styles from './SoftmaxTreeView.module.css';
import type { FoldsHandle } from './useFolds.ts';

export interface TreeToolsProps {
  readonly words: readonly string[];
  readonly folds: FoldsHandle;
  readonly onFind: (leaf: number) => void;
  readonly scale: number;
  readonly onScale: (scale: number) => void;
  readonly fit: number;
  readonly children?: ReactNode;
}

/** Find a word, fold and unfold at large, zoom. */
export function TreeTools({ words, folds, onFind, scale, onScale, fit, children }: TreeToolsProps) {
  const text = useText(softmaxTreeMessages);
  return (
    <div className={styles.tools}>
      {children}
      <FindWord words={words} onFind={onFind} />
      {!folds.isOpen && (
        <span className={styles.folds}>
          <Button onClick={folds.reset}>{text('tree.fold-rare')}</Button>
          <Button onClick={folds.openAll}>{text('tree.open-all')}</Button>
        </span>
      )}
      <ZoomButtons scale={scale} onScale={onScale} fit={fit} shown />
    </div>
  );
}
