import { type ReactNode, useId } from 'react';
import { useText } from '../text/useText.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import styles from './Figure.module.css';

/**
 * The frame of a figure: a card with a header (title, controls), a body and a caption, numbered in the page's order. A
 * figure that fails says so in its frame and leaves the rest of the page alone.
 */
export function Figure(props: {
  readonly id: string;
  readonly title: ReactNode;
  readonly caption?: ReactNode;
  /** Controls beside the title. */
  readonly header?: ReactNode;
  /** `prose`: no wider than the text. */
  readonly width?: 'wide' | 'prose';
  readonly children: ReactNode;
}) {
  const text = useText();
  const titleId = useId();
  return (
    <figure
      id={props.id}
      className={`${styles.figure} ${props.width === 'prose' ? styles.narrow : ''}`}
      data-wide={props.width === 'prose' ? undefined : true}
      aria-labelledby={titleId}
    >
      <header className={styles.header}>
        <p className={styles.title} id={titleId}>
          <span className={styles.number}>{text('prose.figure')} </span>
          {props.title}
        </p>
        {props.header}
      </header>
      <div className={styles.body}>
        <ErrorBoundary scope="figure">{props.children}</ErrorBoundary>
      </div>
      {props.caption !== undefined && <figcaption className={styles.caption}>{props.caption}</figcaption>}
    </figure>
  );
}
