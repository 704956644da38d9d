import type { ReactNode } from 'react';
import { useText } from '../text/useText.tsx';
import { Button } from './Button.tsx';
import styles from './controls.module.css';
import { Menu } from './Menu.tsx';

export type ExportFormat = 'svg' | 'png' | 'csv' | 'file';

export interface FigureToolbarProps {
  readonly onLink: () => void;
  readonly table: boolean;
  readonly onTable: () => void;
  /** Offered in this order. */
  readonly formats: readonly ExportFormat[];
  readonly onExport: (format: ExportFormat) => void;
  readonly onCode?: () => void;
  readonly fullScreen: boolean;
  readonly onFullScreen?: () => void;
  readonly onHelp?: () => void;
  /** More buttons, before the link. */
  readonly children?: ReactNode;
}

/** What can be done with a figure as a whole. */
export function FigureToolbar(props: FigureToolbarProps) {
  const text = useText();
  const items = props.formats.map((format) => ({
    id: format,
    label: text(`figure.export.${format}`),
    onPick: () => props.onExport(format),
  }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div className={styles.bar} role="group" aria-label={text('figure.toolbar')}>
      <Button icon="table" label={text('figure.table')} pressed={props.table} onClick={props.onTable} />
      <Menu icon="export" label={text('figure.export')} items={items} />
      {props.onCode ? <Button icon="code" label={text('figure.code')} onClick={props.onCode} /> : null}
      {props.onFullScreen ? (
        <Button
          icon="fullscreen"
          label={text('figure.fullScreen')}
          pressed={props.fullScreen}
          onClick={props.onFullScreen}
        />
      ) : null}
      {props.onHelp ? <Button icon="help" label={text('figure.help')} onClick={props.onHelp} /> : null}
      {props.children}
      <Button icon="link" onClick={props.onLink}>
        {text('figure.link')}
      </Button>
    </div>
  );
}
