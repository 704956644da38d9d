/** Milliseconds that a gate is shown at speed 1. */
export const GATE_MILLISECONDS = 600;
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;

/** Position of a speed on a slider whose every step doubles it: 0.25× is −2, 4× is 2. */
export const speedToPosition = (speed: number): number => Math.log2(speed);
/** The inverse; held between 0.25× and 4×. */
export const positionToSpeed = (position: number): number => 2 ** Math.max(-2, Math.min(2, position));

/** "0.5×" */
export const formatSpeed = (speed: number): string => `${Number(speed.toFixed(2))}×`;
