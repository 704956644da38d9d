import { formatFixed, formatMagnitude } from '../../components/diagrams/formatNumber.ts';
import { roleStyle } from '../../components/diagrams/Symbol.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cliffMessages } from '../../i18n/messages/cliff.ts';
import type { DescentPoint } from '../../models/gradient-flow/one-unit.ts';
import styles from './cliff.module.css';
import type { Descents } from './descents.ts';
import { type CliffSettings, WINDOW } from './settings.ts';

/** Few digits for a narrow column; what is no number says so. */
const short = (value: number): string =>
  Math.abs(value) >= 0.01 && Math.abs(value) < 1000 ? formatFixed(value, 2) : formatMagnitude(value);

const isWithin = (value: number, [low, high]: readonly [number, number]): boolean =>
  value >= low && value <= high;

function placeOf({ weight, bias, loss }: DescentPoint): 'cliff.not-finite' | 'cliff.outside' | null {
  if (![weight, bias, loss].every(Number.isFinite)) return 'cliff.not-finite';
  return isWithin(weight, WINDOW.weight) && isWithin(bias, WINDOW.bias) ? null : 'cliff.outside';
}

function Row(props: {
  readonly which: 'plain' | 'clipped';
  readonly point: DescentPoint;
  readonly clip: number | null;
}) {
  const { which, point, clip } = props;
  const text = useText(cliffMessages);
  const place = placeOf(point);
  const used = clip === null || !(point.norm > clip) ? point.norm : clip;
  return (
    <>
      <tr style={roleStyle(which === 'plain' ? 'forget' : 'hidden')} data-descent={which}>
        <th scope="row">
          <span className={which === 'plain' ? styles.round : styles.square} aria-hidden="true" />
          {text(`cliff.${which}`)}
        </th>
        {[point.weight, point.bias, point.loss, point.norm, used].map((value, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move.
          <td key={column}>{short(value)}</td>
        ))}
      </tr>
      {place ? (
        <tr className={styles.place}>
          <td colSpan={6}>{text(place)}</td>
        </tr>
      ) : null}
    </>
  );
}

/** Where both descents stand now; overflow is shown as it is. */
export function CliffState({
  settings,
  descents,
}: {
  readonly settings: CliffSettings;
  readonly descents: Descents;
}) {
  const text = useText(cliffMessages);
  const { at, logClip } = settings;
  const [plain, clipped] = [descents.plain[at], descents.clipped[at]];
  if (!plain || !clipped) return null;
  const largest = (points: readonly DescentPoint[]) =>
    formatMagnitude(Math.max(0, ...points.slice(0, at + 1).map(({ norm }) => (norm > 0 ? norm : 0))));
  const caption = text('cliff.state', { at });
  return (
    <>
      <ScrollBox label={caption} className={styles.scroll ?? ''}>
        <table className={styles.table} data-testid="descents">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {['descent', 'x', 'y', 'loss', 'norm', 'used'].map((head) => (
                <th key={head} scope="col">
                  {text(`cliff.${head}` as 'cliff.loss')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row which="plain" point={plain} clip={null} />
            <Row which="clipped" point={clipped} clip={10 ** logClip} />
          </tbody>
        </table>
      </ScrollBox>
      <p className={styles.largest}>
        {text('cliff.largest', { plain: largest(descents.plain), clipped: largest(descents.clipped) })}
      </p>
    </>
  );
}
