import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useLocale } from '../../components/text/useText.tsx';
import { readStop } from '../../url/stop.ts';
import { useAddress } from '../navigation.tsx';
import type { Page } from '../routes.ts';
import { pageOfSubject, type TalkSubject } from '../subjects.ts';
import type { Stop } from './talk.ts';

const base = (): string => import.meta.env.BASE_URL.replace(/\/$/, '');

/** Full path of a page in this language, for links that open a window of their own. */
export function usePath(page: Page): string {
  const locale = useLocale();
  const address = useAddress();
  return base() + address(page, locale);
}

export const useNotesPath = ({ of, slug }: TalkSubject): string => usePath({ name: 'notes', of, slug });

/** Back to the lesson or lab, at what was on the stage; the figure takes along what the speaker changed. */
export function useLeave(subject: TalkSubject, stop: Stop | null): () => void {
  const locale = useLocale();
  const address = useAddress();
  const [, navigate] = useLocation();
  return useCallback(() => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
    const { state } = readStop(location.hash);
    navigate(address(pageOfSubject(subject), locale) + state, { state: { show: stop?.at ?? null } });
  }, [subject, stop, locale, address, navigate]);
}
