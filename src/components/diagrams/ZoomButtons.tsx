import { useText } from '../text/useText.tsx';
import styles from './UnrolledNet.module.css';

export interface ZoomButtonsProps {
  readonly scale: number;
  readonly onScale: (scale: number) => void;
  /** The scale at which everything is in sight. */
  readonly fit: number;
  readonly shown: boolean;
}

/** Zoom for those who have no wheel; there only when the sentence is longer than the page is wide. */
export function ZoomButtons({ scale, onScale, fit, shown }: ZoomButtonsProps) {
  const text = useText();
  if (!shown) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div className={styles.zoom} role="group" aria-label={text('figure.zoom')}>
      <button type="button" aria-label={text('figure.zoomOut')} onClick={() => onScale(scale / 1.25)}>
        −
      </button>
      <button type="button" aria-label={text('figure.zoomReset')} onClick={() => onScale(1)}>
        {Math.round(scale * 100)}%
      </button>
      <button type="button" aria-label={text('figure.zoomIn')} onClick={() => onScale(scale * 1.25)}>
        +
      </button>
      <button type="button" onClick={() => onScale(fit)}>
        {text('figure.zoomFit')}
      </button>
    </div>
  );
}
