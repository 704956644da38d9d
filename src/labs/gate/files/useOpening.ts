import { useRef, useState } from 'react';
import { type ReadLimits, readFile, type WeightsFile } from '../../../instruments/network-files/read-file.ts';
import type { OpenedModel } from '../model.ts';
import { type OpenChoices, type OpenFault, type OpenResult, openFile } from './open-file.ts';
import type { SavedWith } from './saved-with.ts';

/** A model out of a file, with what the file says of its inputs. */
export interface OpenedFile extends OpenedModel {
  readonly saved: SavedWith;
}

/** The file that was opened last, and what became of it. */
export type Opening =
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'refused'; readonly name: string; readonly fault: OpenFault }
  /** It has several networks. */
  | { readonly state: 'asking'; readonly file: WeightsFile; readonly prefixes: readonly string[] }
  | {
      readonly state: 'opened';
      readonly file: WeightsFile;
      readonly choices: OpenChoices;
      readonly result: OpenResult & { readonly ok: true };
    };

/** No tensor of a network within the lab's limits has more than its 3.2 million parameters: 25 MB in F64. */
export const FILE_LIMITS: ReadLimits = { tensor: 40 * 2 ** 20, bytes: 128 * 2 ** 20 };

/** Reads files and opens what is in them. The latest file wins; a choice opens the same file again. */
export function useOpening(onOpen: (opened: OpenedFile) => void) {
  const [opening, setOpening] = useState<Opening | null>(null);
  const latest = useRef(0);
  const show = (file: WeightsFile, choices: OpenChoices) => {
    const result = openFile(file, choices);
    if (result.ok) {
      setOpening({ state: 'opened', file, choices, result });
      onOpen({ model: result.model, name: file.name, saved: result.saved });
    } else if (result.fault.code === 'several-networks') {
      setOpening({ state: 'asking', file, prefixes: result.fault.prefixes });
    } else {
      setOpening({ state: 'refused', name: file.name, fault: result.fault });
    }
  };
  const take = async (file: File) => {
    latest.current += 1;
    const turn = latest.current;
    setOpening({ state: 'reading', name: file.name });
    const read = await readFile(file, file.name, FILE_LIMITS);
    if (turn !== latest.current) return;
    if (read.ok) show(read.file, {});
    else setOpening({ state: 'refused', name: file.name, fault: read.fault });
  };
  const dismiss = () => {
    latest.current += 1;
    setOpening(null);
  };
  return { opening, take, show, dismiss };
}
