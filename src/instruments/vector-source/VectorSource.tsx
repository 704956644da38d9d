import { useEffect, useId, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { FileButton } from '../../components/controls/FileButton.tsx';
import { useText } from '../../components/text/useText.tsx';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import {
  BUILT_IN_IDS,
  type BuiltInId,
  type VectorOrigin,
  type Vectors,
  type VectorsState,
} from '../../store/vectors-state.ts';
import { useVectorsState } from '../vectors/useVectors.ts';
import { AddressConsent, AddressField } from './Address.tsx';
import { maybeAddress } from './address.ts';
import { FaultNews } from './FaultNews.tsx';
import { KeepFields } from './KeepFields.tsx';
import { KeptSets } from './KeptSets.tsx';
import { KEEP_START, type KeepChoice, keepOf } from './keep-choice.ts';
import { OpeningNews } from './OpeningNews.tsx';
import { Remember } from './Remember.tsx';
import { Flaws, SetFacts } from './SetFacts.tsx';
import { setName } from './say.ts';
import { usePageDrop } from './usePageDrop.ts';
import styles from './vector-source.module.css';

export interface VectorSourceProps {
  readonly vectors: Vectors;
  /** Those that are offered. */
  readonly builtIns?: readonly BuiltInId[];
  /** An address that the page's link names: it is asked for before anything is fetched. */
  readonly linked?: string | null;
  /** The reader said yes or no to it. */
  readonly onLinked?: (isOpened: boolean) => void;
  /** Whether the panel is open at first. */
  readonly startOpen?: boolean;
  /** Files dropped anywhere on the page are taken; false: several sources stand on it. */
  readonly anywhere?: boolean;
}

/** What the browser offers first. */
const ACCEPT =
  '.txt,.vec,.bin,.npy,.tsv,.safetensors,.json,.gz,.zip,text/plain,application/gzip,application/zip';

/** Where options are of any use. */
const CAN_BE_READ_ANEW: ReadonlySet<string> = new Set(['files', 'url']);

/** An address that waits for the reader's yes. */
interface Asked {
  readonly url: URL;
  readonly isLinked: boolean;
}

function useAsked(linked: string | null): [Asked | null, (asked: Asked | null) => void] {
  const first = linked === null ? null : maybeAddress(linked);
  const [asked, setAsked] = useState<Asked | null>(first && { url: first, isLinked: true });
  useEffect(() => {
    const url = linked === null ? null : maybeAddress(linked);
    setAsked(url && { url, isLinked: true });
  }, [linked]);
  return [asked, setAsked];
}

/**
 * The open vectors with their size and precision, and the ways to open others: those that come with the notebook, files picked or
 * dropped, an address, a link, a set that this browser keeps.
 */
export function VectorSource(props: VectorSourceProps) {
  const { vectors, builtIns = BUILT_IN_IDS, linked = null, onLinked, anywhere = true } = props;
  const text = useText(vectorsMessages);
  const panel = useId();
  const [isOpen, setOpen] = useState(props.startOpen ?? false);
  const [choice, setChoice] = useState(KEEP_START);
  const [asked, setAsked] = useAsked(linked);
  const state = useVectorsState(vectors);
  const open = (origin: VectorOrigin) => {
    setAsked(null);
    vectors.open(origin, keepOf(choice));
  };
  const onFiles = (files: readonly File[]) => open({ kind: 'files', files });
  const onText = (pasted: string) => {
    const url = maybeAddress(pasted);
    if (url) setAsked({ url, isLinked: false });
  };
  const isOver = usePageDrop({ onFiles, onText }, anywhere);
  const settle = (isYes: boolean) => {
    if (asked?.isLinked) onLinked?.(isYes);
    if (isYes && asked) open({ kind: 'url', url: asked.url.href });
    else setAsked(null);
  };
  return (
    <section className={styles.root} aria-label={text('vectors.title')}>
      <div className={styles.bar}>
        <SetFacts set={state.set} />
        <Button expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {text('vectors.open-panel')}
        </Button>
      </div>
      {isOver && <div className={styles.over}>{text('vectors.drop-now')}</div>}
      {asked && <AddressConsent {...asked} onYes={() => settle(true)} onNo={() => settle(false)} />}
      <News vectors={vectors} state={state} />
      {isOpen && (
        <Panel
          id={panel}
          {...{ vectors, state, builtIns, choice, open, anywhere }}
          change={(part) => setChoice((before) => ({ ...before, ...part }))}
        />
      )}
    </section>
  );
}

interface NewsProps {
  readonly vectors: Vectors;
  readonly state: VectorsState;
}

function News({ vectors, state }: NewsProps) {
  const { set, opening, fault } = state;
  return (
    <>
      {opening && <OpeningNews opening={opening} onCancel={() => vectors.cancel()} />}
      {fault && (
        <FaultNews
          fault={fault}
          isOtherOpen={set !== null}
          onTakeGood={() => vectors.takeGood()}
          onAgain={() => vectors.again()}
          onClose={() => vectors.forgetFault()}
        />
      )}
      {set && !set.isPartial && <Flaws flaws={set.info.flaws} />}
    </>
  );
}

interface PanelProps extends NewsProps {
  readonly id: string;
  readonly builtIns: readonly BuiltInId[];
  readonly choice: KeepChoice;
  readonly change: (part: Partial<KeepChoice>) => void;
  readonly open: (origin: VectorOrigin) => void;
  readonly anywhere: boolean;
}

function Panel({ id, vectors, state, builtIns, choice, change, open, anywhere }: PanelProps) {
  const text = useText(vectorsMessages);
  const { set, kept } = state;
  useEffect(() => {
    void vectors.refreshKept();
  }, [vectors]);
  return (
    <div id={id} className={styles.panel}>
      <div className={styles.bar}>
        <span className={styles.label}>{text('vectors.built-in')}</span>
        {builtIns.map((name) => (
          <Button
            key={name}
            pressed={set?.info.builtIn === name}
            onClick={() => open({ kind: 'built-in', id: name })}
          >
            {text(`vectors.${name}`)}
          </Button>
        ))}
      </div>
      <div className={styles.bar}>
        <FileButton accept={ACCEPT} multiple onFiles={(files) => open({ kind: 'files', files })}>
          {text('vectors.pick')}
        </FileButton>
        <span className={styles.note}>{text(anywhere ? 'vectors.drop' : 'vectors.drop-here')}</span>
      </div>
      <AddressField onOpen={(url) => open({ kind: 'url', url })} />
      <p className={styles.note}>{text('vectors.kinds')}</p>
      <details className={styles.options}>
        <summary>{text('vectors.options')}</summary>
        <KeepFields choice={choice} change={change} />
        {set && CAN_BE_READ_ANEW.has(set.info.origin) && !set.isPartial && (
          <div className={styles.bar}>
            <Button onClick={() => vectors.again(keepOf(choice))}>
              {text('vectors.options-again', { name: setName(text, set.info) })}
            </Button>
          </div>
        )}
      </details>
      {set && <Remember set={set} />}
      <KeptSets
        sets={kept ?? []}
        onOpen={(chosen) => open({ kind: 'kept', id: chosen })}
        onRemove={(gone) => void vectors.removeKept(gone)}
      />
    </div>
  );
}
