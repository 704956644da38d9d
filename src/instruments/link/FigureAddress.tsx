import { createContext, type ReactNode, use } from 'react';
import { type FigureAddress, pageAddress } from '../../store/figure.ts';

export type AddressOf = (figure: string) => FigureAddress;

/** On a lesson's page every figure reads and writes the address bar, and nobody tells it later what to show. */
const ofPage: AddressOf = () => ({
  get hash() {
    return pageAddress.hash;
  },
  replace: pageAddress.replace,
  listen: () => () => {},
});

const AddressContext = createContext<AddressOf>(ofPage);

/** Gives the figures below another address than the page's: a talk has stops, and sets each figure to what they name. */
export function FigureAddressProvider(props: { readonly of: AddressOf; readonly children: ReactNode }) {
  return <AddressContext value={props.of}>{props.children}</AddressContext>;
}

export const useFigureAddress = (figure: string): FigureAddress => use(AddressContext)(figure);
