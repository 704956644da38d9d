import { Button } from '../../components/controls/Button.tsx';
import { FileButton } from '../../components/controls/FileButton.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { softmaxTreeMessages } from '../../i18n/messages/softmax-tree.ts';
import { IntakeNews } from '../texts/IntakeNews.tsx';
import { fileOf, fitsLink } from '../texts/own-text.ts';
import texts from '../texts/texts.module.css';
import { useFileZone } from '../texts/useFileZone.ts';
import { useTaking } from '../texts/useTaking.ts';
import type { ListFault, ReadList } from './read-list.ts';
import type { FrequencySettings } from './settings.ts';
import styles from './softmax-tree.module.css';
import type { FrequencyState } from './useFrequencies.ts';

export interface ListFieldProps {
  readonly settings: FrequencySettings;
  readonly change: (part: Partial<FrequencySettings>) => void;
  readonly state: FrequencyState;
}

const ACCEPT = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain';
/** Faults that are said one by one. */
const SAID = 4;

function Fault({ fault }: { readonly fault: ListFault }) {
  const text = useText(softmaxTreeMessages);
  return <li>{text(`tree.fault-${fault.code}`, { ...fault })}</li>;
}

/** What was wrong with lines, by their numbers: what was expected, what was found. */
function Faults({ faults, list }: ReadList) {
  const text = useText(softmaxTreeMessages);
  if (faults.length === 0) return null;
  const rest = faults.length - SAID;
  return (
    <div className={styles.faults} role="alert">
      <p>{text('tree.faults', { faults: faults.length, words: list.words.length })}</p>
      <ul>
        {faults.slice(0, SAID).map((fault) => (
          <Fault key={fault.line} fault={fault} />
        ))}
      </ul>
      {rest > 0 && <p>{text('tree.faults-more', { count: rest })}</p>}
    </div>
  );
}

/** A list that is too long for a link, by its file's name. */
function KeptList({ name, onBack }: { readonly name: string; readonly onBack: () => void }) {
  const text = useText(softmaxTreeMessages);
  return (
    <p className={texts.bar}>
      <strong dir="auto">{name}</strong>
      <Button onClick={onBack}>{text('tree.list-back')}</Button>
    </p>
  );
}

function Summary({ list, lines }: ReadList) {
  const text = useText(softmaxTreeMessages);
  if (lines === 0) return <p role="alert">{text('tree.list-empty')}</p>;
  return <p className={texts.note}>{text('tree.list-read', { words: list.words.length })}</p>;
}

/** Words and counts of the reader's own: typed, pasted, or dropped as a file. */
export function ListField({ settings, change, state }: ListFieldProps) {
  const text = useText(softmaxTreeMessages);
  const { kept, take, cancel, dismiss, remove: _, ...news } = useTaking((id) => change({ listFile: id }));
  const { isOver, handlers } = useFileZone(take, (pasted) => take([fileOf(pasted)]));
  const { list, listFile } = settings;
  const about = kept?.find(({ id }) => id === listFile);
  const type = (typed: string) => (fitsLink(typed) ? change({ list: typed }) : take([fileOf(typed)]));
  return (
    <section
      className={texts.root}
      aria-label={text('tree.list')}
      data-over={isOver || undefined}
      data-takes-files
      {...handlers}
    >
      {listFile === '' ? (
        <TextField
          label={text('tree.list')}
          value={list}
          hint={text('tree.list-hint')}
          rows={6}
          onChange={type}
        />
      ) : (
        <KeptList name={about?.name ?? listFile} onBack={() => change({ listFile: '' })} />
      )}
      <div className={texts.bar}>
        <FileButton accept={ACCEPT} onFiles={take}>
          {text('tree.list-open')}
        </FileButton>
        <span className={texts.note}>{text(isOver ? 'tree.list-drop-now' : 'tree.list-drop')}</span>
      </div>
      <IntakeNews {...news} onCancel={cancel} onDismiss={dismiss} />
      {state.listMissing && <p role="alert">{text('tree.list-missing')}</p>}
      {state.list && <Faults {...state.list} />}
      {state.list && <Summary {...state.list} />}
    </section>
  );
}
