import { useState } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { CodeBlock } from '../../components/prose/CodeBlock.tsx';
import { useText } from '../../components/text/useText.tsx';
import { codeMessages } from '../../i18n/messages/code.ts';
import styles from './code.module.css';

const LIBRARIES = [
  { value: 'torch', label: 'PyTorch' },
  { value: 'tfjs', label: 'TensorFlow.js' },
] as const;
export type Library = (typeof LIBRARIES)[number]['value'];

/** The same model in one library or the other; only the one on show is written. */
export function CodeTabs({ write }: { readonly write: (library: Library) => string }) {
  const text = useText(codeMessages);
  const [library, setLibrary] = useState<Library>('torch');
  return (
    <div className={styles.tabs}>
      <SegmentedControl
        label={text('listing.library')}
        value={library}
        options={LIBRARIES}
        onChange={setLibrary}
      />
      <CodeBlock>
        <code>{write(library)}</code>
      </CodeBlock>
    </div>
  );
}
