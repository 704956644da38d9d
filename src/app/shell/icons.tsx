import type { ReactNode } from 'react';

const Icon = (props: { readonly children: ReactNode }) => (
  <svg
    aria-hidden="true"
    width="18"
    height="18"
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {props.children}
  </svg>
);

export const MenuIcon = () => (
  <Icon>
    <path d="M3 5h12M3 9h12M3 13h12" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="M4 4l10 10M14 4L4 14" />
  </Icon>
);

export const MoonIcon = () => (
  <Icon>
    <path d="M14.6 10.9A6.2 6.2 0 0 1 7.1 3.4a6.2 6.2 0 1 0 7.5 7.5Z" />
  </Icon>
);

export const SunIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="3.1" />
    <path d="M9 1.8v1.6M9 14.6v1.6M1.8 9h1.6M14.6 9h1.6M3.9 3.9 5 5M13 13l1.1 1.1M14.1 3.9 13 5M5 13l-1.1 1.1" />
  </Icon>
);

/** Two sliders: what a settings page is made of. */
export const SlidersIcon = () => (
  <Icon>
    <path d="M2.5 6h5M12 6h3.5M2.5 12H6M10.5 12h5" />
    <circle cx="9.75" cy="6" r="2" />
    <circle cx="8.25" cy="12" r="2" />
  </Icon>
);
