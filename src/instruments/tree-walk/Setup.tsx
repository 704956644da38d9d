import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import type { FigureState } from '../../store/figure.ts';
import type { WordTextSettings } from '../word-texts/settings.ts';
import { useWordText } from '../word-texts/useWordText.ts';
import { WordText } from '../word-texts/WordText.tsx';
import type { WalkSettings } from './settings.ts';
import styles from './tree-walk.module.css';

const FIELDS = [
  { field: 'dimensions', label: 'treewalk.dimensions', min: 2, max: 300, integer: true },
  { field: 'window', label: 'treewalk.window', min: 1, max: 20, integer: true },
  { field: 'learningRate', label: 'treewalk.rate', min: 0.0001, max: 1, integer: false },
  { field: 'epochs', label: 'treewalk.epochs', min: 1, max: 1000, integer: true },
] as const;

type SetupProps = Pick<FigureState<WalkSettings>, 'settings' | 'change'>;

/** The tree, and how the vectors of its nodes are learnt: a change begins another run. */
function ModelControls({ settings, change }: SetupProps) {
  const text = useText(treeWalkMessages);
  return (
    <div className={styles.controls}>
      <SegmentedControl
        label={text('treewalk.tree')}
        value={settings.tree}
        options={(['huffman', 'balanced'] as const).map((value) => ({
          value,
          label: text(`treewalk.tree-${value}`),
        }))}
        onChange={(tree) => change({ tree })}
      />
      {FIELDS.map(({ field, label, ...range }) => (
        <NumberField
          key={field}
          label={text(label)}
          value={settings[field]}
          {...range}
          onChange={(value) => change({ [field]: value })}
        />
      ))}
    </div>
  );
}

/** Another text has other words; of one's own all is read. */
function changeOf(part: Partial<WordTextSettings>): Partial<WalkSettings> {
  if (part.source === undefined) return part;
  const isOwn = part.source === 'own' || part.source === 'kept';
  return { ...(isOwn && { part: 'all' }), context: '', target: '', ...part };
}

/** What is learnt from, and how. The words of a text are counted for the page only while this is open. */
export function Setup({ settings, change }: SetupProps) {
  const state = useWordText(settings);
  return (
    <div className={styles.setup}>
      <WordText settings={settings} change={(part) => change(changeOf(part))} state={state} />
      <ModelControls settings={settings} change={change} />
    </div>
  );
}
