import { useText } from '../text/useText.tsx';
import { Button } from './Button.tsx';

export interface PlayButtonProps {
  readonly playing: boolean;
  /** Beside another main button: outlined, with its own words. */
  readonly quiet?: boolean;
  readonly label?: string;
  readonly onToggle: () => void;
}

export function PlayButton({ playing, quiet = false, label, onToggle }: PlayButtonProps) {
  const text = useText();
  return (
    <Button primary={!quiet} icon={playing ? 'pause' : 'play'} onClick={onToggle}>
      {label ?? text(playing ? 'figure.pause' : 'figure.play')}
    </Button>
  );
}
