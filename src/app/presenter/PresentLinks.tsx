import { useState } from 'react';
import { Link } from 'wouter';
import { Icon } from '../../components/controls/icons.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { readStop } from '../../url/stop.ts';
import { useAddress } from '../navigation.tsx';
import type { Subject } from '../routes.ts';
import styles from './links.module.css';

/** In a lesson's header: the talk, from its first stop. */
export function PresentLesson({ slug }: { readonly slug: string }) {
  const text = useText();
  const locale = useLocale();
  const address = useAddress();
  return (
    <Link
      className={`button ${styles.lesson}`}
      href={address({ name: 'present', of: 'lesson', slug }, locale)}
      aria-label={text('lesson.present-lesson')}
    >
      <Icon name="present" />
      {text('lesson.present')}
    </Link>
  );
}

/** The figure's state as the address has it now; the figure alone where the address speaks of another. */
function fragmentOf(figure: string): string {
  const { figure: named, state } = readStop(location.hash);
  return named === figure ? state : `#${new URLSearchParams({ figure })}`;
}

/** Beside a figure's title: the talk, at this figure, as it stands. */
export function PresentFigure({ of, slug, figure }: { of: Subject; slug: string; figure: string }) {
  const text = useText();
  const locale = useLocale();
  const address = useAddress();
  const [fragment, setFragment] = useState(() => fragmentOf(figure));
  // The address follows the figure without telling anybody: it is read when somebody is about to use the link.
  const renew = () => setFragment(fragmentOf(figure));
  const href = address({ name: 'present', of, slug }, locale) + fragment;
  const label = text('lesson.present-figure');
  return (
    <Link
      className={styles.figure}
      href={href}
      aria-label={label}
      title={label}
      onPointerEnter={renew}
      onFocus={renew}
    >
      <Icon name="present" />
    </Link>
  );
}
