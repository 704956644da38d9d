import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { formatSpeed, positionToSpeed, speedToPosition } from '../../components/controls/speed.ts';
import { useText } from '../../components/text/useText.tsx';
import { treeWalkMessages } from '../../i18n/messages/tree-walk.ts';
import { useWalk } from '../unrolled/useWalk.ts';
import { keyPlace } from './keyPlace.ts';
import styles from './tree-walk.module.css';

export interface WalkBarProps {
  /** Nodes walked, 1 … depth. */
  readonly at: number;
  readonly depth: number;
  readonly onAt: (at: number) => void;
}

/** Down the path by itself, 600 ms a node, from the root when it has arrived. */
function usePlayedWalk({ at, depth, onAt }: WalkBarProps) {
  const walk = useWalk(() => {
    if (at < depth) onAt(at + 1);
    return at + 1 < depth;
  });
  const toggle = () => {
    if (walk.playing) return walk.stop();
    if (at >= depth) onAt(1);
    walk.start();
  };
  return { ...walk, toggle };
}

/** Node by node along the path, by buttons and by keys. */
export function WalkBar(props: WalkBarProps) {
  const { at, depth, onAt } = props;
  const text = useText(treeWalkMessages);
  const walk = usePlayedWalk(props);
  const [hinted, setHinted] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    const isButton = event.target instanceof HTMLElement && event.target.tagName !== 'INPUT';
    const place = isButton ? keyPlace(event.key, at, depth) : null;
    if (place === null) return;
    event.preventDefault();
    walk.stop();
    onAt(place);
  };
  const go = (place: number) => () => {
    walk.stop();
    onAt(place);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div
      className={styles.stepper}
      role="group"
      aria-label={text('treewalk.stepper')}
      onKeyDown={onKeyDown}
      onFocus={() => setHinted(true)}
      onBlur={() => setHinted(false)}
    >
      <PlayButton
        quiet
        playing={walk.playing}
        label={text(walk.playing ? 'treewalk.walk-pause' : 'treewalk.walk')}
        onToggle={walk.toggle}
      />
      <Button icon="stepBack" label={text('treewalk.root')} onClick={go(1)} />
      <Button icon="back" label={text('treewalk.up')} onClick={go(Math.max(1, at - 1))} />
      <Button icon="forward" label={text('treewalk.down')} onClick={go(Math.min(depth, at + 1))} />
      <Button icon="stepForward" label={text('treewalk.leaf')} onClick={go(depth)} />
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
        {text('treewalk.place', { at, count: depth })}
      </span>
      {hinted && <span className={styles.aside}>{text('treewalk.keys')}</span>}
    </div>
  );
}
