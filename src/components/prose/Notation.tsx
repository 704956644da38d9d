import type { ReactNode } from 'react';
import './notation.css';

/** Words or equations of one notation only: `<Notation ng>…</Notation>`, `<Notation textbook>…</Notation>`. */
export function Notation(props: {
  readonly ng?: boolean;
  readonly textbook?: boolean;
  readonly children: ReactNode;
}) {
  return <div className={props.textbook ? 'notation-textbook' : 'notation-ng'}>{props.children}</div>;
}
