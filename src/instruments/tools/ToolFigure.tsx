import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { FigureToolbar } from '../../components/controls/FigureToolbar.tsx';
import { Figure } from '../../components/prose/Figure.tsx';
import { useText } from '../../components/text/useText.tsx';
import type { FigureState } from '../../store/figure.ts';
import type { Table } from '../../url/fragment.ts';
import { LinkNotices } from '../link/LinkButton.tsx';
import { useFullScreen } from '../unrolled/useOnScreen.ts';
import styles from './tools.module.css';
import { type CsvRows, useExports } from './useExports.ts';

export interface ToolFigureProps<T extends object> {
  readonly id: string;
  readonly title: ReactNode;
  readonly caption?: ReactNode;
  readonly table: Table<T>;
  readonly figure: FigureState<T>;
  readonly csv: CsvRows;
  /** The same numbers as a table; shown when the reader asks. */
  readonly numbers: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a figure whose whole state stands in its link: tools in the header, notices, the table when it is asked for. */
export function ToolFigure<T extends object>(props: ToolFigureProps<T>) {
  const { id, title, caption, table, figure } = props;
  const text = useText();
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [fullScreen, toggleFullScreen] = useFullScreen(root);
  const exports = useExports({ figure: id, table, settings: figure.settings, csv: props.csv, root });
  const tools = (
    <FigureToolbar
      onLink={() => void exports.link()}
      table={open}
      onTable={() => setOpen(!open)}
      formats={['svg', 'png', 'csv']}
      onExport={(format) => void exports.save(format)}
      fullScreen={fullScreen}
      onFullScreen={toggleFullScreen}
    />
  );
  return (
    <Figure id={id} title={title} caption={caption} header={tools}>
      <div ref={root} className={styles.root}>
        <LinkNotices notices={figure.notices} onDismiss={figure.dismissNotices} />
        {exports.message !== null && (
          <p className={styles.message} role="status">
            {exports.message} <Button onClick={exports.dismiss}>{text('notice.dismiss')}</Button>
          </p>
        )}
        {props.children}
        {open && props.numbers}
      </div>
    </Figure>
  );
}
