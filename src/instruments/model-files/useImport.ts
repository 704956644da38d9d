import { useRef, useState } from 'react';
import {
  type ImportChoices,
  type ImportFault,
  openFiles,
  type ReadFiles,
  readFiles,
} from './import-model.ts';
import type { ImportedModel } from './model-files.ts';

/** The files that were chosen last, and what became of them. */
export type Importing =
  | { readonly state: 'reading'; readonly name: string }
  /** One of two files is there; the other is waited for. */
  | {
      readonly state: 'waiting';
      readonly for: 'json' | 'weights';
      readonly name: string;
      readonly tensors: number;
    }
  | { readonly state: 'refused'; readonly name: string; readonly fault: ImportFault }
  | {
      readonly state: 'opened';
      readonly files: ReadFiles;
      readonly choices: ImportChoices;
      readonly model: ImportedModel;
    };

/** Kinds of file that wait for another, by what they lack. */
const HALF = { 'no-vocabulary': 'json', 'no-weights': 'weights' } as const;
type Half = keyof typeof HALF;
const isHalf = (code: string): code is Half => code in HALF;

/** Takes files one by one or together; a file that needs another waits for it. The latest wins. */
export function useImport() {
  const [importing, setImporting] = useState<Importing | null>(null);
  const turn = useRef(0);
  /** Chosen in this moment: a dialog tells of its files one after the other. */
  const chosen = useRef<File[]>([]);
  /** The half that waits. */
  const waiting = useRef<File | null>(null);

  const show = (files: ReadFiles, choices: ImportChoices, names: string) => {
    const result = openFiles(files, choices);
    if (result.ok) {
      waiting.current = null;
      setImporting({ state: 'opened', files, choices, model: result.model });
    } else refuse(result.fault, names, files.weights.tensors.size);
  };
  const refuse = (fault: ImportFault, name: string, tensors: number) => {
    if (isHalf(fault.code) && waiting.current) {
      setImporting({ state: 'waiting', for: HALF[fault.code], name, tensors });
    } else {
      waiting.current = null;
      setImporting({ state: 'refused', name, fault });
    }
  };
  const open = async (files: readonly File[]) => {
    turn.current += 1;
    const mine = turn.current;
    const name = files.map((file) => file.name).join(' + ');
    setImporting({ state: 'reading', name });
    const read = await readFiles(files.map((file) => ({ name: file.name, bytes: file })));
    if (mine !== turn.current) return;
    if (read.ok) show(read.files, {}, name);
    else refuse(read.fault, name, 0);
  };
  /** With the half that waits, unless the new file takes its place. */
  const take = (files: readonly File[]) => {
    const half = waiting.current;
    const [only, ...others] = files;
    if (!only) return;
    const isPair = half !== null && others.length === 0 && isJsonName(half) !== isJsonName(only);
    waiting.current = isPair || others.length > 0 ? null : only;
    void open(isPair ? [half, only] : files);
  };
  const add = (file: File) => {
    chosen.current.push(file);
    if (chosen.current.length > 1) return;
    queueMicrotask(() => {
      take(chosen.current);
      chosen.current = [];
    });
  };
  const choose = (choices: ImportChoices) => {
    if (importing?.state === 'opened') show(importing.files, choices, importing.model.name);
  };
  const dismiss = () => {
    turn.current += 1;
    waiting.current = null;
    setImporting(null);
  };
  return { importing, take, add, choose, dismiss };
}

const isJsonName = ({ name }: File): boolean => /\.json$/i.test(name);
