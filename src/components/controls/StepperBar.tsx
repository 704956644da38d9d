import { useText } from '../text/useText.tsx';
import { Button } from './Button.tsx';
import styles from './controls.module.css';
import { PlayButton } from './PlayButton.tsx';
import { Slider } from './Slider.tsx';
import { formatSpeed, positionToSpeed, speedToPosition } from './speed.ts';

export interface StepperBarProps {
  readonly playing: boolean;
  /** Words of the play button, where another one stands beside it. */
  readonly playLabel?: string;
  readonly onPlayToggle: () => void;
  readonly onGate: (direction: -1 | 1) => void;
  readonly onStep: (direction: -1 | 1) => void;
  readonly onReset: () => void;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** 0.25 … 4. */
  readonly speed: number;
  readonly onSpeed: (speed: number) => void;
}

/** Play, gate by gate, step by step, both ways, and how fast. */
export function StepperBar(props: StepperBarProps) {
  const { playing, canGoBack, canGoForward, speed, onGate, onStep } = props;
  const text = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div className={styles.bar} role="group" aria-label={text('figure.stepper')}>
      <PlayButton
        playing={playing}
        onToggle={props.onPlayToggle}
        {...(props.playLabel === undefined ? {} : { quiet: true, label: props.playLabel })}
      />
      <Button
        icon="stepBack"
        label={text('figure.stepBack')}
        disabled={!canGoBack}
        onClick={() => onStep(-1)}
      />
      <Button icon="back" label={text('figure.gateBack')} disabled={!canGoBack} onClick={() => onGate(-1)}>
        {text('figure.gate')}
      </Button>
      <Button
        icon="forward"
        label={text('figure.gateForward')}
        disabled={!canGoForward}
        onClick={() => onGate(1)}
      >
        {text('figure.gate')}
      </Button>
      <Button
        icon="stepForward"
        label={text('figure.stepForward')}
        disabled={!canGoForward}
        onClick={() => onStep(1)}
      >
        {text('figure.step')}
      </Button>
      <Button icon="reset" label={text('figure.reset')} onClick={props.onReset} />
      <Slider
        quiet
        label={text('figure.speed')}
        value={speedToPosition(speed)}
        min={-2}
        max={2}
        step={0.25}
        format={(position) => formatSpeed(positionToSpeed(position))}
        onChange={(position) => props.onSpeed(positionToSpeed(position))}
      />
    </div>
  );
}
