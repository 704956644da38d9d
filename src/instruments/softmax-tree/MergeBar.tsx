import type { KeyboardEvent } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatSpeed } from '../../components/controls/speed.ts';
import { useText } from '../../components/text/useText.tsx';
import { softmaxTreeMessages } from '../../i18n/messages/softmax-tree.ts';
import tools from '../tools/tools.module.css';
import { SPEED } from './settings.ts';
import type { Merges } from './useMerges.ts';

export interface MergeBarProps {
  readonly merges: Merges;
  readonly speed: number;
  readonly onSpeed: (speed: number) => void;
}

/** Keys of the construction, where nothing else wants them. */
export function mergeKey({ at, merges, go, toggle }: Merges, event: KeyboardEvent): void {
  const takes = 'input, textarea, select, button, summary, a, [role="tree"], [tabindex="0"]';
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest(takes) !== null && event.key === ' ') return;
  if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
  const keys: Readonly<Record<string, () => void>> = {
    ' ': toggle,
    ArrowLeft: () => go(at - 1),
    ArrowRight: () => go(at + 1),
    Home: () => go(0),
    End: () => go(merges.length),
  };
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

/** Play, back, on, to both ends, and how fast. */
export function MergeBar({ merges: { at, merges, playing, go, toggle }, speed, onSpeed }: MergeBarProps) {
  const text = useText(softmaxTreeMessages);
  const last = merges.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div className={tools.bar} role="group" aria-label={text('tree.merging')}>
      <PlayButton playing={playing} onToggle={toggle} />
      <Button icon="stepBack" label={text('tree.to-first')} disabled={at === 0} onClick={() => go(0)} />
      <Button icon="back" label={text('tree.merge-back')} disabled={at === 0} onClick={() => go(at - 1)} />
      <Button icon="forward" label={text('tree.merge-on')} disabled={at === last} onClick={() => go(at + 1)}>
        {text('tree.merge')}
      </Button>
      <Button
        icon="stepForward"
        label={text('tree.to-last')}
        disabled={at === last}
        onClick={() => go(last)}
      />
      <Slider
        label={text('tree.merges-done')}
        value={at}
        min={0}
        max={last}
        step={1}
        format={(value) => `${value} / ${last}`}
        onChange={go}
      />
      <Slider
        label={text('tree.speed')}
        value={Math.log2(speed)}
        min={Math.log2(SPEED.least)}
        max={Math.log2(SPEED.most)}
        step={1}
        format={(position) => formatSpeed(2 ** position)}
        onChange={(position) => onSpeed(2 ** position)}
      />
    </div>
  );
}
