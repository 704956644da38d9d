import { type ReactNode, useRef } from 'react';
import { useText } from '../text/useText.tsx';
import styles from './prose.module.css';
import { ScrollBox } from './ScrollBox.tsx';
import { useCopy } from './useCopy.ts';

/** A block of code with a button that copies it. Stands for `<pre>` in a lesson. */
export function CodeBlock(props: { readonly children?: ReactNode }) {
  const text = useText();
  const code = useRef<HTMLPreElement>(null);
  const [copy, copied] = useCopy();
  return (
    <div className={styles.code}>
      <ScrollBox label={text('prose.code')} className={styles.codeScroll ?? ''}>
        <pre ref={code}>{props.children}</pre>
      </ScrollBox>
      <button type="button" className="button" onClick={() => copy(code.current?.textContent ?? '')}>
        <span aria-live="polite">{text(copied ? 'prose.copied' : 'prose.copy-code')}</span>
      </button>
    </div>
  );
}
