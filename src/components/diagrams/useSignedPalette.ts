import { useMemo } from 'react';
import { readToken, useThemeVersion } from '../interaction/useThemeVersion.ts';
import { LIGHT_PALETTE, type SignedPalette } from './palette.ts';

/** The theme's colours of signed values, resolved: numbers on a fill need the fill's real luminance. */
export function useSignedPalette(): SignedPalette {
  const version = useThemeVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens are read again when the theme changes.
  return useMemo(
    () => ({
      negative: readToken('--signed-negative', LIGHT_PALETTE.negative),
      zero: readToken('--signed-zero', LIGHT_PALETTE.zero),
      positive: readToken('--signed-positive', LIGHT_PALETTE.positive),
    }),
    [version],
  );
}
