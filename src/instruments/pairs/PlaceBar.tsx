import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatSpeed, positionToSpeed, speedToPosition } from '../../components/controls/speed.ts';
import { useText } from '../../components/text/useText.tsx';
import { pairsMessages } from '../../i18n/messages/pairs.ts';
import type { Walk } from '../unrolled/useWalk.ts';
import styles from './pairs.module.css';
import { keyTarget } from './place-keys.ts';

export interface PlaceBarProps {
  /** From 1. */
  readonly at: number;
  readonly count: number;
  readonly walk: Walk;
  readonly onAt: (at: number) => void;
  readonly onToggle: () => void;
}

/** What keys do on the drawing, and on the bar, whose buttons keep the space bar to themselves. */
export function placeKeys({ at, count, onAt, onToggle }: PlaceBarProps, withSpace: boolean) {
  return (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return;
    const target = keyTarget(event.key, at, count);
    if (target !== null) onAt(target);
    else if (withSpace && event.key === ' ') onToggle();
    else return;
    event.preventDefault();
  };
}

/** Word by word, by buttons and by keys. */
export function PlaceBar(props: PlaceBarProps) {
  const { at, count, walk, onAt, onToggle } = props;
  const text = useText(pairsMessages);
  const [hinted, setHinted] = useState(false);
  const jump = (
    label: 'first' | 'back' | 'forward' | 'last',
    icon: 'stepBack' | 'back' | 'forward' | 'stepForward',
    to: number,
  ) => <Button icon={icon} label={text(`pairs.${label}`)} onClick={() => onAt(to)} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div
      className={styles.bar}
      role="group"
      aria-label={text('pairs.stepper')}
      onKeyDown={placeKeys(props, false)}
      onFocus={() => setHinted(true)}
      onBlur={() => setHinted(false)}
    >
      <PlayButton playing={walk.playing} onToggle={onToggle} />
      {jump('first', 'stepBack', 1)}
      {jump('back', 'back', Math.max(1, at - 1))}
      {jump('forward', 'forward', Math.min(count, at + 1))}
      {jump('last', 'stepForward', count)}
      <Slider
        quiet
        label={text('figure.speed')}
        value={speedToPosition(walk.speed)}
        min={-2}
        max={2}
        step={0.25}
        format={(position) => formatSpeed(positionToSpeed(position))}
        onChange={(position) => walk.setSpeed(positionToSpeed(position))}
      />
      <span className={styles.place} role="status">
        {text('pairs.place', { at, count })}
      </span>
      {hinted && <span className={styles.note}>{text('pairs.keys')}</span>}
    </div>
  );
}
