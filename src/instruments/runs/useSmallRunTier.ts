import { usePinnedTier } from '../../store/settings.ts';

/**
 * Tier of runs on short sequences: WASM, since they would spend a GPU's time on launching its kernels, and since runs side by
 * side are to be compared. Whoever asks for the reference gets it.
 */
export const useSmallRunTier = (): 'js' | 'wasm' => (usePinnedTier() === 'js' ? 'js' : 'wasm');
