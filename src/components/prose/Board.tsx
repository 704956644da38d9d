import type { ReactNode } from 'react';
import { useOnStage } from './Stage.tsx';

/** A part of the text that a talk can show by itself: an equation, a table. On the lesson's page it is nothing special. */
export function Board(props: { readonly id: string; readonly children: ReactNode }) {
  const onStage = useOnStage(props.id);
  return (
    <div id={props.id} data-board="" data-on-stage={onStage}>
      {props.children}
    </div>
  );
}
