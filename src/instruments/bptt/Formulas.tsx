import { createContext, type ReactNode, use } from 'react';
import { InlineEquation } from '../../components/prose/Equation.tsx';
import Equations from './formulas.mdx';
import type { NodeKind } from './through-walk.ts';

const WantedContext = createContext('');

/** Shows its equation when it is the one that is wanted: the build renders all of them from one page of TeX. */
function Formula(props: { readonly id: string; readonly children: ReactNode }) {
  return use(WantedContext) === props.id ? props.children : null;
}

const COMPONENTS = { Formula, InlineEquation, p: 'span' } as const;

/** The equation of a node in the reader's notation, its terms linked with the drawing. */
export function NodeFormula({ node }: { readonly node: NodeKind }) {
  return (
    <WantedContext value={node}>
      <Equations components={COMPONENTS} />
    </WantedContext>
  );
}
