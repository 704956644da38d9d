import type { ReactNode } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { isPrincess } from './conditions.ts';
import { FeatureFigure as Features } from './FeatureFigure.tsx';

function Watch({ holds }: { readonly holds: boolean }) {
  useCondition('features-princess', holds);
  return null;
}

export const FeatureFigure = (props: { readonly id: string; readonly caption?: ReactNode }) => (
  <Features {...props}>{(table) => <Watch holds={isPrincess(table)} />}</Features>
);
