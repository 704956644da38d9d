import styles from './controls.module.css';

const PATHS = {
  play: 'M3 1.5v11l9-5.5z',
  pause: 'M2.5 1.5h3.2v11H2.5zM8.3 1.5h3.2v11H8.3z',
  back: 'M10.5 2v10L3.5 7z',
  forward: 'M3.5 2v10l7-5z',
  stepBack: 'M7.5 2v10l-6-5zM13 2v10L7.5 7z',
  stepForward: 'M6.5 2v10l6-5zM1 2v10l5.5-5z',
} as const;
const STROKES = {
  reset: 'M2.5 7a4.5 4.5 0 1 0 1.4-3.3M2.4 1.6v2.6H5',
  link: 'M5.8 8.2 8.2 5.8M6.4 4l1.3-1.3a2.6 2.6 0 0 1 3.7 3.7L10 7.7M7.6 10l-1.3 1.3a2.6 2.6 0 0 1-3.7-3.7L4 6.3',
  table: 'M1.5 2.5h11v9h-11zM1.5 5.5h11M5 2.5v9M8.8 2.5v9',
  export: 'M7 1.5v7M4 6l3 3 3-3M2 12h10',
  code: 'M4.5 3.5 1.5 7l3 3.5M9.5 3.5l3 3.5-3 3.5',
  fullscreen: 'M1.5 5V1.5H5M9 1.5h3.5V5M12.5 9v3.5H9M5 12.5H1.5V9',
  present: 'M1 2h12M2 2v7h10V2M7 9v1.5M4.5 13 7 10.5 9.5 13',
  notes: 'M2.5 1.5h9v11h-9zM4.8 4.5h4.4M4.8 7h4.4M4.8 9.5h2.4',
  blackout: 'M1.5 2.5h11v8h-11zM4.5 12.8h5M3.5 8.8 10.5 4.2',
  laser: 'M7 5.2a1.8 1.8 0 1 0 .01 0M7 .8v2M7 11.2v2M.8 7h2M11.2 7h2',
  close: 'M3 3l8 8M11 3l-8 8',
  help: 'M4.6 5a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.8M7 11.6v.1',
} as const;

export type IconName = keyof typeof PATHS | keyof typeof STROKES;

/** A 14 px sign beside a label; never the only name of a control. */
export function Icon({ name }: { readonly name: IconName }) {
  const filled = name in PATHS;
  const path = filled ? PATHS[name as keyof typeof PATHS] : STROKES[name as keyof typeof STROKES];
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true" className={`${styles.icon} ${filled ? '' : styles.stroked}`}>
      <path d={path} />
    </svg>
  );
}
