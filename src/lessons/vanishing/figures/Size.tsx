import { powerText } from '../../../components/plots/decades.ts';
import { Num } from '../../../components/prose/Num.tsx';

/** From here on a share is easier to read as a percentage. */
const READABLE = 1e-4;

/** A share that spans many powers of ten, in running text: 3.2 %, or 8 × 10⁻¹⁰. */
export function Size({ value }: { readonly value: number }) {
  if (!(value < READABLE)) return <Num value={value} as="percent" />;
  const power = Math.floor(Math.log10(value));
  return (
    <>
      <Num value={value / 10 ** power} digits={1} /> × {powerText(power)}
    </>
  );
}
