import { useEffect, useId } from 'react';
import { createPublished } from '../live/published.ts';
import { usePublished } from '../live/usePublished.ts';

/** Whose badge stands in the top bar: that of the run that was started last. */
const OWNER = createPublished<string>();

/** Whether this run's badge is the one to show. */
export function useBadgeOwner(isPlaying: boolean): boolean {
  const own = useId();
  const owner = usePublished(OWNER);
  useEffect(() => {
    if (isPlaying || OWNER.get() === null) OWNER.publish(own);
  }, [own, isPlaying]);
  useEffect(
    () => () => {
      if (OWNER.get() === own) OWNER.publish(null);
    },
    [own],
  );
  return owner === own;
}
