import { useState } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { SymbolText } from '../../components/diagrams/Symbol.tsx';
import type { Notation } from '../../components/diagrams/symbols.ts';
import { BarList, type BarRow, largestOf } from '../../components/plots/BarList.tsx';
import { useText } from '../../components/text/useText.tsx';
import { taggerMessages } from '../../i18n/messages/taggers.ts';
import type { LogOdds, UnitShare } from './log-odds.ts';
import { showProbability } from './tag-rows.ts';
import styles from './taggers.module.css';

/** →a or ←a in the reader's letters. */
export const chainSymbol = (notation: Notation, direction: number): string =>
  `${direction === 0 ? '→' : '←'}${notation === 'ng' ? 'a' : 'h'}`;

function Units(props: { readonly units: readonly UnitShare[]; readonly largest: number }) {
  const text = useText(taggerMessages);
  const rows = props.units.map(({ unit, value, weight, product }): BarRow => {
    const label = `${text('tag.odds-unit', { unit: unit + 1, value: formatFixed(value) })} ${formatFixed(weight)}`;
    return { id: String(unit), label, value: product };
  });
  return <BarList rows={rows} largest={props.largest} />;
}

function PartName(props: {
  readonly symbol: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const text = useText(taggerMessages);
  const { symbol, isOpen, onToggle } = props;
  return (
    <button type="button" className={styles.open} aria-expanded={isOpen} onClick={onToggle}>
      {isOpen ? '▾' : '▸'} {text('tag.odds-part', { symbol })}
    </button>
  );
}

/** How P(name) of one word came about: what each chain adds to the log-odds, unit by unit when opened. */
export function LogOddsPanel(props: { readonly odds: LogOdds; readonly notation: Notation }) {
  const { odds, notation } = props;
  const text = useText(taggerMessages);
  const [open, setOpen] = useState<number | null>(null);
  const { chains, bias, total, probability } = odds;
  const largest = largestOf([
    ...chains.flatMap(({ sum, units }) => [
      { value: sum },
      ...units.map(({ product }) => ({ value: product })),
    ]),
    { value: bias },
  ]);
  const parts = chains.map(({ direction, sum, units }): BarRow => {
    const isOpen = open === direction;
    const toggle = () => setOpen(isOpen ? null : direction);
    return {
      id: String(direction),
      label: <PartName symbol={chainSymbol(notation, direction)} isOpen={isOpen} onToggle={toggle} />,
      value: sum,
      detail: isOpen ? <Units units={units} largest={largest} /> : null,
    };
  });
  return (
    <section className={styles.odds} aria-label={text('tag.odds')} data-testid="odds">
      <p className={styles.subtitle}>{text('tag.odds')}</p>
      <p className={styles.formula}>
        P = σ(
        <SymbolText symbol={{ base: 'z', sub: 'name' }} /> −{' '}
        <SymbolText symbol={{ base: 'z', sub: 'other' }} />)
      </p>
      <BarList
        rows={[...parts, { id: 'bias', label: text('tag.odds-bias'), value: bias }]}
        largest={largest}
      />
      <p className={styles.result}>
        {text('tag.odds-total')} = {formatFixed(total)} · σ({formatFixed(total)}) ={' '}
        {showProbability(probability)}
      </p>
      <p className={styles.note}>{text('tag.odds-note')}</p>
    </section>
  );
}
