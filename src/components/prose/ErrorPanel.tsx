import { useText } from '../text/useText.tsx';
import styles from './prose.module.css';
import { useCopy } from './useCopy.ts';

export interface ErrorPanelProps {
  /** What stopped: decides the sentence. `chunk` is a part of the page that could not be fetched. */
  readonly scope: 'figure' | 'page' | 'chunk';
  readonly error: unknown;
  readonly onRetry: () => void;
}

const detailsOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);

/** What stopped working, a way to try again, and the details to copy. */
export function ErrorPanel({ scope, error, onRetry }: ErrorPanelProps) {
  const text = useText();
  const [copy, copied] = useCopy();
  const details = detailsOf(error);
  return (
    <div className={styles.error} role="alert">
      <p>
        <strong>{text(`error.${scope}`)}</strong> {scope === 'figure' && text('error.rest')}
      </p>
      <p className={styles.actions}>
        <button type="button" className="button primary" onClick={onRetry}>
          {text('error.retry')}
        </button>
        {scope !== 'figure' && (
          <button type="button" className="button" onClick={() => location.reload()}>
            {text('error.reload')}
          </button>
        )}
        <button type="button" className="button" onClick={() => copy(details)}>
          {text(copied ? 'error.copied' : 'error.copy')}
        </button>
      </p>
      <details>
        <summary>{text('error.details')}</summary>
        <pre>{details}</pre>
      </details>
    </div>
  );
}
