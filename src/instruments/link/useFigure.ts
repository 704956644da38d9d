import { useState } from 'react';
import { useStore } from 'zustand';
import { createFigureStore, type FigureState } from '../../store/figure.ts';
import type { Table } from '../../url/fragment.ts';

/** The state of one mounted figure that its link carries: read from the address once, written to it on every change. */
export function useFigure<T extends object>(table: Table<T>, figure: string): FigureState<T> {
  const [store] = useState(() => createFigureStore(table, figure));
  return useStore(store);
}
