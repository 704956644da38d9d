import { useEffect, useState } from 'react';
import { Slider, type SliderProps } from '../../components/controls/Slider.tsx';

/** ms after which a slider is at rest. */
const REST = 300;

/** A number that a slider moves through: what is shown follows at once, what is computed waits for the hand to rest. */
function useSettled(value: number, onChange: (value: number) => void) {
  const [draft, setDraft] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new draft starts the clock.
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => {
      setDraft(null);
      if (draft !== value) onChange(draft);
    }, REST);
    return () => clearTimeout(timer);
  }, [draft]);
  return [draft ?? value, setDraft] as const;
}

/** A slider whose value counts once the hand rests. */
export function SettledSlider(props: SliderProps) {
  const [shown, move] = useSettled(props.value, props.onChange);
  return <Slider {...props} value={shown} onChange={move} />;
}
