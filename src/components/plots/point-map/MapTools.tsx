import type { Ref } from 'react';
import { pointMapMessages } from '../../../i18n/messages/point-map.ts';
import { Button } from '../../controls/Button.tsx';
import { useText } from '../../text/useText.tsx';
import styles from './point-map.module.css';

export interface MapToolsProps {
  readonly ref?: Ref<HTMLDivElement>;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  /** Null: the map has no lasso. */
  readonly lasso: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void } | null;
  /** Null: two dimensions do not turn. */
  readonly spin: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void } | null;
  readonly table: { readonly isOpen: boolean; readonly onChange: (isOpen: boolean) => void };
}

/** Buttons over a map, for those who have no wheel. */
export function MapTools({ ref, onZoom, onFit, lasso, spin, table }: MapToolsProps) {
  const text = useText(pointMapMessages);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div ref={ref} className={styles.tools} role="group" aria-label={text('pmap.tools')}>
      <Button label={text('figure.zoomIn')} onClick={() => onZoom(1.5)}>
        +
      </Button>
      <Button label={text('figure.zoomOut')} onClick={() => onZoom(1 / 1.5)}>
        −
      </Button>
      <Button onClick={onFit}>{text('pmap.all')}</Button>
      {lasso && (
        <Button pressed={lasso.isOn} onClick={() => lasso.onChange(!lasso.isOn)}>
          {text('pmap.lasso')}
        </Button>
      )}
      {spin && (
        <Button pressed={spin.isOn} onClick={() => spin.onChange(!spin.isOn)}>
          {text('pmap.spin')}
        </Button>
      )}
      <Button
        icon="table"
        label={text('pmap.table')}
        expanded={table.isOpen}
        onClick={() => table.onChange(!table.isOpen)}
      />
    </div>
  );
}
