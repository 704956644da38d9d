import type { HoldBitView } from '../../../instruments/hold-bit/HoldBitFigure.tsx';
import { createPublished } from '../../../instruments/live/published.ts';

/** The page's network that holds a bit, which the figure on shares looks at too. */
export const HELD = createPublished<HoldBitView>();
