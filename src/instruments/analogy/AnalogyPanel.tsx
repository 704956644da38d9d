import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { analogyMessages } from '../../i18n/messages/analogy.ts';
import type { VectorSet } from '../../store/vectors-state.ts';
import { Failed, Scanned } from '../vector-panels/Said.tsx';
import panels from '../vector-panels/vector-panels.module.css';
import { WordField } from '../vector-panels/WordField.tsx';
import type { Pointing } from '../word-map/NeighbourLists.tsx';
import { AnswerTable } from './AnswerTable.tsx';
import styles from './analogy.module.css';
import { isSame, type Triple } from './examples.ts';
import { type AnalogySettings, METHODS } from './settings.ts';
import type { Analogy } from './useAnalogy.ts';

export interface AnalogyPanelProps {
  readonly set: VectorSet;
  /** With all three words (`fillAnalogy`). */
  readonly settings: AnalogySettings;
  readonly change: (part: Partial<AnalogySettings>) => void;
  /** What the set says to these settings (`useAnalogy`): whoever mounts the panel may draw it as well. */
  readonly analogy: Analogy;
  readonly pointing: Pointing;
  /** Questions to choose from; none are shown without them. */
  readonly examples?: readonly Triple[] | null;
}

type Part = Pick<AnalogyPanelProps, 'set' | 'settings' | 'change'>;

const FIELDS = ['a', 'b', 'c'] as const;
const AFTER = { a: 'analogy.is-to', b: 'analogy.as', c: 'analogy.what' } as const;

/** a is to b as c is to …: three fields in a sentence. */
function Question({ set, settings, change }: Part) {
  const text = useText(analogyMessages);
  return (
    <div className={styles.question}>
      {FIELDS.map((field) => (
        <span key={field} className={styles.part}>
          <WordField
            set={set}
            label={text(`analogy.field-${field}`)}
            quiet
            live
            value={settings[field]}
            onChange={(word) => change({ [field]: word })}
          />
          <span className={styles.after}>{text(AFTER[field])}</span>
        </span>
      ))}
    </div>
  );
}

function Examples({ settings, change, examples }: Part & { readonly examples: readonly Triple[] }) {
  const text = useText(analogyMessages);
  return (
    <fieldset className={styles.examples}>
      <legend>{text('analogy.examples')}</legend>
      {examples.map(({ a, b, c }) => (
        <button
          key={`${a} ${b} ${c}`}
          type="button"
          className={panels.chip}
          title={text('analogy.example', { a, b, c })}
          aria-pressed={isSame({ a, b, c }, settings)}
          onClick={() => change({ a, b, c })}
        >
          {a} : {b} = {c} : …
        </button>
      ))}
    </fieldset>
  );
}

/** How the question is answered. */
function Ways({ settings, change }: Omit<Part, 'set'>) {
  const text = useText(analogyMessages);
  return (
    <div className={panels.row}>
      <SegmentedControl
        label={text('analogy.method')}
        value={settings.method}
        options={METHODS.map((value) => ({ value, label: text(`analogy.by-${value}`) }))}
        onChange={(method) => change({ method })}
      />
      <Toggle
        label={text('analogy.exclude')}
        checked={settings.exclude}
        onChange={(exclude) => change({ exclude })}
      />
      <Toggle
        label={text('analogy.centred')}
        checked={settings.centred}
        onChange={(centred) => change({ centred })}
      />
    </div>
  );
}

function Answers({ analogy, pointing }: Pick<AnalogyPanelProps, 'analogy' | 'pointing'>) {
  const text = useText(analogyMessages);
  const { asked, answer, question } = analogy;
  if (!answer || !question) return <Failed detail={asked.failed} />;
  return (
    <>
      <Failed detail={asked.failed} />
      {/* Of a word that the set lacks its field says so. */}
      {answer.hits.length > 0 && (
        <>
          <AnswerTable hits={answer.hits} question={question} pointing={pointing} isOld={asked.pending} />
          {question.method === 'multiply' && <p className={panels.note}>{text('analogy.note-multiply')}</p>}
          <Scanned answer={answer} />
        </>
      )}
    </>
  );
}

/** A question of the form a : b = c : … to an open set of vectors, and its best answers. */
export function AnalogyPanel(props: AnalogyPanelProps) {
  const { set, settings, change, examples } = props;
  const text = useText(analogyMessages);
  return (
    <section
      className={`${panels.panel} ${styles.panel}`}
      aria-label={text('analogy.panel')}
      data-panel="analogy"
    >
      <Question set={set} settings={settings} change={change} />
      {examples && <Examples set={set} settings={settings} change={change} examples={examples} />}
      <Ways settings={settings} change={change} />
      <Answers analogy={props.analogy} pointing={props.pointing} />
    </section>
  );
}
