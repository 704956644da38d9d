import type { ReactNode } from 'react';
import styles from './controls.module.css';
import { Icon, type IconName } from './icons.tsx';

export interface ButtonProps {
  readonly icon?: IconName;
  readonly children?: ReactNode;
  /** Accessible name where the children do not say enough. */
  readonly label?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly primary?: boolean;
  readonly onClick: () => void;
}

export function Button(props: ButtonProps) {
  const { icon, children, label, pressed, disabled, expanded, primary, onClick } = props;
  return (
    <button
      type="button"
      className={primary ? styles.primary : styles.button}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onClick}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}
