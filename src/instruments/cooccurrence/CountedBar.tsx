import { Slider } from '../../components/controls/Slider.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import tools from '../tools/tools.module.css';
import { type CountedSettings, WINDOW } from './settings.ts';

type Nearness = Pick<CountedSettings, 'window' | 'byDistance'>;

/** What counts as near. */
export function CountedBar({
  settings,
  change,
}: {
  readonly settings: Nearness;
  readonly change: (part: Partial<Nearness>) => void;
}) {
  const text = useText(cooccurrenceMessages);
  return (
    <div className={tools.bar}>
      <Slider
        label={text('near.window')}
        value={settings.window}
        min={WINDOW.least}
        max={WINDOW.most}
        step={1}
        onChange={(window) => change({ window })}
      />
      <Toggle
        label={text('near.by-distance')}
        checked={settings.byDistance}
        onChange={(byDistance) => change({ byDistance })}
      />
    </div>
  );
}
