import { type ReactNode, useId } from 'react';
import { useText } from '../text/useText.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import styles from './Figure.module.css';
import { useFigureAction, useOnStage } from './Stage.tsx';

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
  const onStage = useOnStage(props.id);
  const action = useFigureAction(props.id);
  return (
    <figure
      id={props.id}
      className={`${styles.figure} ${props.width === 'prose' ? styles.narrow : ''}`}
      data-wide={props.width === 'prose' ? undefined : true}
      data-on-stage={onStage}
      aria-labelledby={titleId}
    >
      <header className={styles.header}>
        <p className={styles.title} id={titleId} data-figure-title="">
          <span className={styles.number} data-passing="">
            {text('prose.figure')}{' '}
          </span>
          {props.title}
        </p>
        {props.header}
        {action}
      </header>
      <div className={styles.body}>
        <ErrorBoundary scope="figure">{props.children}</ErrorBoundary>
      </div>
      {props.caption !== undefined && <figcaption className={styles.caption}>{props.caption}</figcaption>}
    </figure>
  );
}
