import { useEffect } from 'react';

/** While the page is hidden and a run trains, the tab says how far it is; null: nothing to say. */
export function useDocumentTitle(progress: string | null): void {
  useEffect(() => {
    if (progress === null) return;
    const before = document.title;
    const say = () => {
      document.title = document.hidden ? progress : before;
    };
    say();
    document.addEventListener('visibilitychange', say);
    return () => {
      document.removeEventListener('visibilitychange', say);
      document.title = before;
    };
  }, [progress]);
}
