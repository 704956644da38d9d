import { memo } from 'react';
import { stackMessages } from '../../../i18n/messages/stack.ts';
import type { StackLayout, StackRow } from '../../../layout/stackTypes.ts';
import { useText } from '../../text/useText.tsx';
import netFrame from '../netFrame.module.css';
import styles from './StackNet.module.css';

export interface StackLabelsProps {
  readonly layout: StackLayout;
  readonly width: number;
  readonly narrow: boolean;
  readonly scale: number;
}

/** Which way a row runs; nothing where there is only one way. */
const arrowOf = ({ options }: StackLayout, { direction }: StackRow): string =>
  options.directions === 'forward' ? '' : direction === 0 ? ' →' : ' ←';

/** Names of the layers. They stay in sight while the sentence scrolls under them. */
export const StackLabels = memo(function StackLabels(props: StackLabelsProps) {
  const { layout, width, narrow, scale } = props;
  const text = useText(stackMessages);
  const label = (y: number, words: string, key: string) => (
    <text key={key} x={narrow ? width - 8 : 0} y={y} className={narrow ? styles.labelLetter : styles.label}>
      {words}
    </text>
  );
  return (
    <div className={netFrame.labels} data-export-sticky="" style={{ width: width * scale }}>
      <svg
        data-export=""
        aria-hidden="true"
        width={width * scale}
        height={layout.height * scale}
        viewBox={`0 0 ${width} ${layout.height}`}
      >
        {layout.outputY === null
          ? null
          : label(layout.outputY, narrow ? 'ŷ' : text('stack.output'), 'output')}
        {layout.rows.map((row) => {
          const name = narrow ? `[${row.layer + 1}]` : text('stack.layer', { layer: row.layer + 1 });
          return label(row.y, name + arrowOf(layout, row), `${row.layer}-${row.direction}`);
        })}
        {label(layout.tokenY, narrow ? 'x' : text('stack.input'), 'input')}
      </svg>
    </div>
  );
});
