import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { SoftmaxTreeLayout, SoftmaxTreeNode } from '../../../layout/softmaxTree.ts';
import { softmaxTreeStep } from '../../../layout/softmaxTreeWalk.ts';
import { nearestShown } from './nearestShown.ts';
import type { FoldsHandle } from './useFolds.ts';

interface Options {
  readonly layout: SoftmaxTreeLayout;
  readonly folds: FoldsHandle;
  readonly selected?: number | null;
  readonly onSelect?: (id: number) => void;
  readonly grown?: number;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly anchor: RefObject<number | null>;
}

export interface TreeActions {
  /** The node that takes the tab stop. */
  readonly tab: number;
  /** What the reader points at, has the focus on, or has selected; null: none. */
  readonly active: number | null;
  onKeyDown(event: KeyboardEvent): void;
  onClick(event: MouseEvent): void;
  /** The pointer, or the focus, is on this node; null: on none. */
  onPoint(id: number | null): void;
  onFocus(id: number | null): void;
}

/** The node's number that an element of the drawing belongs to. */
export function nodeAt(target: EventTarget): number | null {
  const found = target instanceof Element ? target.closest<SVGElement>('[data-node]') : null;
  return found ? Number(found.dataset.node) : null;
}

/** Whether a node is there already: leaves and folds always, other inner nodes once they are built. */
export const isThere = ({ id, kind }: SoftmaxTreeNode, grown = Number.POSITIVE_INFINITY): boolean =>
  kind !== 'inner' || id < grown;

/** The node, or where it is not there yet, the first that is. */
function present({ byId, nodes }: SoftmaxTreeLayout, id: number, grown: number | undefined): number {
  const node = byId.get(id);
  if (node && isThere(node, grown)) return id;
  return nodes.find((each) => isThere(each, grown))?.id ?? id;
}

/** Keys that a tree takes for itself. */
const KEYS = /^(Arrow.*|Home|End|Enter| )$/;
const isOurs = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  KEYS.test(key) && !(ctrlKey || metaKey || altKey);

/** The way down leads into a fold. */
const opens = ({ byId }: SoftmaxTreeLayout, id: number, key: string): boolean =>
  key === 'ArrowDown' && byId.get(id)?.kind === 'folded';

/** Moves the focus along when the node that has it changes by a key. */
function useFocus(svg: RefObject<SVGSVGElement | null>, tab: number, wanted: RefObject<boolean>): void {
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const element = svg.current?.querySelector<SVGElement>(`[data-node="${tab}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

/** What keys and presses do in a tree: walk, select, fold and unfold. */
export function useTreeActions(options: Options): TreeActions {
  const { layout, folds, selected = null, onSelect, grown, svg, anchor } = options;
  const [at, setAt] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const wanted = useRef(false);
  const tab = present(layout, nearestShown(layout, folds.sums, at ?? selected ?? layout.tree.root), grown);
  useFocus(svg, tab, wanted);

  const toggle = (id: number) => {
    const kind = layout.byId.get(id)?.kind;
    if (kind === 'leaf' || kind === undefined) return;
    anchor.current = id;
    if (kind === 'folded') folds.unfold(id);
    else folds.fold(id);
  };
  const press = (id: number) => {
    const isFolded = layout.byId.get(id)?.kind === 'folded';
    if (isFolded || !onSelect) toggle(id);
    else onSelect(id);
  };
  const go = (id: number) => {
    const node = layout.byId.get(id);
    if (!node || !isThere(node, grown)) return;
    wanted.current = true;
    setAt(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOurs(event)) return;
    const here = nodeAt(event.target) ?? tab;
    if (event.key === 'Enter') press(here);
    else if (event.key === ' ' || opens(layout, here, event.key)) toggle(here);
    else go(softmaxTreeStep(layout, here, event.key) ?? here);
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = ({ target }: MouseEvent) => {
    const id = nodeAt(target);
    if (id === null) return;
    setAt(id);
    if (target instanceof Element && target.closest('[data-fold]')) toggle(id);
    else press(id);
  };
  const active = pointed ?? focused ?? selected;
  return { tab, active, onKeyDown, onClick, onPoint: setPointed, onFocus: setFocused };
}
