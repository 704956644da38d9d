import { useEffect } from 'react';
import { useSettings } from '../store/settings.ts';

/** Writes the reader's choices on <html>, where the styles read them. */
export function useAppearance(): void {
  const theme = useSettings((state) => state.theme);
  const notation = useSettings((state) => state.notation);
  const motion = useSettings((state) => state.motion);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.theme = theme;
    dataset.notation = notation;
    dataset.motion = motion;
  }, [theme, notation, motion]);
}
