import type { ReactNode } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { useText } from '../../components/text/useText.tsx';
import { analogyMessages } from '../../i18n/messages/analogy.ts';
import { BUILT_IN_IDS, type BuiltInId, type VectorSet } from '../../store/vectors-state.ts';
import panels from '../vector-panels/vector-panels.module.css';
import type { PageVectors } from '../vectors/usePageVectors.ts';
import styles from './analogy.module.css';

/** Why nothing was opened, short: the address is the site's own. */
function faultOf({ fault }: NonNullable<PageVectors['fault']>) {
  if (fault.code !== 'fetch') return { code: 'analogy.fault-file', detail: fault.code } as const;
  const detail = fault.status === null ? fault.detail : String(fault.status);
  return { code: 'analogy.fault', detail } as const;
}

/** Vectors that could not be opened, and the way to try again; nothing where there is no fault. */
export function SetFault({ page }: { readonly page: PageVectors }) {
  const text = useText(analogyMessages);
  if (!page.fault) return null;
  const { code, detail } = faultOf(page.fault);
  return (
    <div role="alert" className={styles.waiting}>
      <p className={panels.error}>{text(code, { detail })}</p>
      <Button onClick={() => page.vectors.again()}>{text('analogy.retry')}</Button>
    </div>
  );
}

const sizeText = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** What there is instead of a set: how far it is, or what went wrong. */
function Waiting({ page }: { readonly page: PageVectors }) {
  const text = useText(analogyMessages);
  const { opening, fault } = page;
  if (fault) return <SetFault page={page} />;
  const { done = 0, total = null } = opening?.progress ?? {};
  return (
    <div className={styles.waiting} aria-busy="true">
      <p role="status">
        {opening ? text('analogy.loading', { size: sizeText(done) }) : text('analogy.waiting')}
      </p>
      {opening && total !== null && <progress max={total} value={done} aria-label={text('analogy.set')} />}
    </div>
  );
}

export interface SetGateProps {
  readonly page: PageVectors;
  readonly children: (set: VectorSet) => ReactNode;
}

/** A figure that needs vectors: until they are there it says how far they are. A set that is open stays while another one comes. */
export function SetGate({ page, children }: SetGateProps) {
  return (
    <>
      {(!page.set || page.fault) && <Waiting page={page} />}
      {page.set && children(page.set)}
    </>
  );
}

export interface SetSwitchProps {
  readonly page: PageVectors;
  readonly onChange: (id: BuiltInId) => void;
}

/** The sets that come with the site side by side. */
export function SetSwitch({ page, onChange }: SetSwitchProps) {
  const text = useText(analogyMessages);
  const present = page.opening?.builtIn ?? page.set?.info.builtIn ?? 'glove';
  return (
    <SegmentedControl
      label={text('analogy.set')}
      value={present}
      options={BUILT_IN_IDS.map((value) => ({ value, label: text(`analogy.set-${value}`) }))}
      onChange={(id) => {
        page.vectors.open({ kind: 'built-in', id });
        onChange(id);
      }}
    />
  );
}
