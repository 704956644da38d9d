import { useText } from '../text/useText.tsx';
import { Button } from './Button.tsx';

export interface PlayButtonProps {
  readonly playing: boolean;
  readonly onToggle: () => void;
}

export function PlayButton({ playing, onToggle }: PlayButtonProps) {
  const text = useText();
  return (
    <Button primary icon={playing ? 'pause' : 'play'} onClick={onToggle}>
      {text(playing ? 'figure.pause' : 'figure.play')}
    </Button>
  );
}
