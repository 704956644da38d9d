import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createVectors } from '../../store/vectors.ts';
import type { Vectors, VectorsState } from '../../store/vectors-state.ts';

/** Vectors for as long as the component is mounted; nothing is open at first. */
export function useVectors(): Vectors {
  const [vectors] = useState(() => createVectors());
  useEffect(() => () => vectors.dispose(), [vectors]);
  return vectors;
}

/** What is open, being opened, or wrong. */
export function useVectorsState({ store }: Vectors): VectorsState {
  return useStore(store);
}
