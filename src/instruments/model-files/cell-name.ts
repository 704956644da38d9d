import type { CellSpec } from '../../models/cells/types.ts';

/** What a cell is called in every language. */
export function cellName({ kind }: Pick<CellSpec, 'kind'>): string {
  return kind.toUpperCase();
}
