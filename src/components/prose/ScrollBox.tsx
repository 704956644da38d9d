import type { ReactNode } from 'react';
import { useOverflow } from './useOverflow.ts';

/** A box that scrolls sideways when its content is too wide, reachable by keyboard only then. */
export function ScrollBox(props: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const [ref, overflows] = useOverflow<HTMLDivElement>();
  const reachable = overflows ? { role: 'group', tabIndex: 0, 'aria-label': props.label } : {};
  return (
    <div ref={ref} className={props.className} {...reachable}>
      {props.children}
    </div>
  );
}
