import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createFigureStore, type FigureState } from '../../store/figure.ts';
import type { Table } from '../../url/fragment.ts';
import { useFigureAddress } from './FigureAddress.tsx';

/** The state of one mounted figure that its link carries: read from the address once, written to it on every change. */
export function useFigure<T extends object>(table: Table<T>, figure: string): FigureState<T> {
  const found = useFigureAddress(figure);
  const [address] = useState(found);
  const [store] = useState(() => createFigureStore(table, figure, address));
  useEffect(() => address.listen((fields) => store.getState().arrive(fields)), [address, store]);
  return useStore(store);
}
