import { Button } from '../../components/controls/Button.tsx';
import { StepperBar } from '../../components/controls/StepperBar.tsx';
import { useText } from '../../components/text/useText.tsx';
import styles from './unrolled.module.css';
import type { UnrolledView } from './view.ts';

/** Gate by gate, or step by step. */
export function WalkBar({ view }: { readonly view: UnrolledView }) {
  const text = useText();
  const { stepping, figure } = view;
  return (
    <div className={styles.training}>
      <StepperBar
        playing={stepping.walk.playing}
        playLabel={text(stepping.walk.playing ? 'walk.pause' : 'walk.start')}
        onPlayToggle={stepping.toggleWalk}
        onGate={(direction) => stepping.move(direction > 0 ? 'next-gate' : 'previous-gate')}
        onStep={(direction) => stepping.move(direction > 0 ? 'next-step' : 'previous-step')}
        onReset={() => stepping.move('start')}
        canGoBack={stepping.canGoBack}
        canGoForward={stepping.canGoForward}
        speed={stepping.walk.speed}
        onSpeed={stepping.walk.setSpeed}
      />
      {figure.settings.walking && <Button onClick={stepping.showAll}>{text('walk.all')}</Button>}
    </div>
  );
}
