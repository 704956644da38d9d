import { blendPlaces, type Places } from '../../../layout/design.ts';
import { useTween } from '../useTween.ts';

/** Nodes on their way from the last drawing to this one; at once for whoever wants stillness. */
export const useBlend = (target: Places): Places => useTween(target, blendPlaces);
