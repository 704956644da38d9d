import { createContext, type ReactNode, use } from 'react';
import { InlineEquation } from '../../components/prose/Equation.tsx';
import type { Design } from '../../models/depth/designs.ts';
import Equations from './formulas.mdx';

const WantedContext = createContext('');

/** Shows its equation when it is the one that is wanted: the build renders all of them from one page of TeX. */
function Formula(props: { readonly id: string; readonly children: ReactNode }) {
  return use(WantedContext) === props.id ? props.children : null;
}

const COMPONENTS = { Formula, InlineEquation, p: 'span' } as const;

/** What a design computes, in the reader's notation. */
export function DesignFormula({ design }: { readonly design: Design }) {
  return (
    <WantedContext value={design}>
      <Equations components={COMPONENTS} />
    </WantedContext>
  );
}
