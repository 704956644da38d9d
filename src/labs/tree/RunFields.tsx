import { NumberField } from '../../components/controls/NumberField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import tools from '../../instruments/tools/tools.module.css';
import type { TreeLabSettings } from './settings.ts';

const FIELDS = [
  { field: 'dimensions', label: 'treewalk.dimensions', min: 2, max: 300, integer: true },
  { field: 'window', label: 'treewalk.window', min: 1, max: 20, integer: true },
  { field: 'learningRate', label: 'treewalk.rate', min: 0.0001, max: 1, integer: false },
  { field: 'epochs', label: 'treewalk.epochs', min: 1, max: 1000, integer: true },
] as const;

export interface RunFieldsProps {
  readonly settings: TreeLabSettings;
  readonly change: (part: Partial<TreeLabSettings>) => void;
}

/** How the vectors are learnt: a change begins another run. */
export function RunFields({ settings, change }: RunFieldsProps) {
  const text = useText(treeWalkMessages);
  return (
    <div className={tools.bar}>
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
