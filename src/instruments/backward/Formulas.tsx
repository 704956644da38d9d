import { createContext, type ReactNode, use } from 'react';
import { InlineEquation } from '../../components/prose/Equation.tsx';
import type { EquationId } from './equations.ts';
import Equations from './formulas.mdx';

const WantedContext = createContext('');

/** Shows its equation when it is the one that is wanted: the build renders all of them from one page of TeX. */
function Formula(props: { readonly id: string; readonly children: ReactNode }) {
  return use(WantedContext) === props.id ? props.children : null;
}

const COMPONENTS = { Formula, InlineEquation, p: 'span' } as const;

const HAS_PEEPHOLE_FORM: readonly EquationId[] = ['cell', 'weights', 'previous-cell'];

/** An equation of the backward pass, or its left side, in the reader's notation and with linked terms. */
export function BackwardFormula(props: {
  readonly id: EquationId;
  readonly part: 'left' | 'whole';
  readonly peepholes: boolean;
}) {
  const { id, part, peepholes } = props;
  const whole = peepholes && HAS_PEEPHOLE_FORM.includes(id) ? `${id}-peep` : id;
  return (
    <WantedContext value={part === 'left' ? `left-${id}` : whole}>
      <Equations components={COMPONENTS} />
    </WantedContext>
  );
}
