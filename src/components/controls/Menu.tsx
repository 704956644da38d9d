import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './controls.module.css';
import type { IconName } from './icons.tsx';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly onPick: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly icon: IconName;
  readonly items: readonly MenuItem[];
  readonly children?: ReactNode;
}

/** A disclosure of buttons: Tab walks through them, Escape and a click elsewhere close it. */
export function Menu({ label, icon, items, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const onPointerDown = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the disclosure from any of its buttons.
    <div ref={root} className={styles.menu} onKeyDown={onKeyDown}>
      <Button icon={icon} label={label} expanded={open} onClick={() => setOpen(!open)}>
        {children}
      </Button>
      {open ? (
        <div className={styles.items}>
          {items.map(({ id, label: itemLabel, onPick }) => (
            <Button
              key={id}
              onClick={() => {
                setOpen(false);
                onPick();
              }}
            >
              {itemLabel}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
