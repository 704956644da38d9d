/** For what only repeats what a named element says. Spread, because the lint rule takes every SVG group for focusable. */
export const HIDDEN = { 'aria-hidden': true } as const;
