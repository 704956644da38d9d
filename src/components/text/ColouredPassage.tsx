import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useSignedPalette } from '../diagrams/useSignedPalette.ts';
import styles from './ColouredPassage.module.css';
import { PassageChunk, type PassageSigns, type PassageToken } from './PassageChunk.tsx';
import { onNextLine, showToken, tokenUnder } from './passageLines.ts';
import { moveAlong, stretchBetween, type TokenStretch } from './stretch.ts';

export interface ColouredPassageProps {
  readonly tokens: readonly PassageToken[];
  /** One a token, filled on the fixed scale −1 … 1; NaN: nothing is known of it. */
  readonly values: ArrayLike<number>;
  readonly signs: PassageSigns;
  readonly level: 'character' | 'word';
  /** Token that is pointed at. */
  readonly at: number;
  /** The marked stretch; null: none. */
  readonly span: TokenStretch | null;
  /** Longest stretch that can be marked. */
  readonly mostSpan: number;
  /** Accessible name. */
  readonly name: string;
  /** A token and its value in words. */
  readonly describe: (t: number) => string;
  readonly onAt: (t: number) => void;
  /** A token was chosen by a click or by Enter. */
  readonly onOpen: (t: number) => void;
  readonly onSpan: (span: TokenStretch) => void;
  readonly onHover?: (t: number | null) => void;
}

/** Tokens that are drawn anew together: a step of the keyboard or a new span touches one or two such chunks. */
const CHUNK = 128;

/** Dragging with a mouse or pen; a finger scrolls, and its tap is a click. Only where the drag ends is told. */
function useDrag({ mostSpan, onSpan, onOpen, onHover }: ColouredPassageProps) {
  const [draft, setDraft] = useState<TokenStretch | null>(null);
  const anchor = useRef<number | null>(null);
  const isDrag = useRef(false);
  const onPointerDown = (event: PointerEvent) => {
    isDrag.current = false;
    if (event.button === 0 && event.pointerType !== 'touch') anchor.current = tokenUnder(event.target);
  };
  const onPointerMove = (event: PointerEvent) => {
    const t = tokenUnder(event.target);
    onHover?.(t);
    if (anchor.current === null || t === null || event.buttons !== 1) return;
    if (t !== anchor.current) isDrag.current = true;
    if (isDrag.current) setDraft(stretchBetween(anchor.current, t, mostSpan));
  };
  const end = () => {
    if (draft && isDrag.current) onSpan(draft);
    anchor.current = null;
    setDraft(null);
  };
  const onClick = (event: { readonly target: EventTarget }) => {
    const t = tokenUnder(event.target);
    if (t !== null && !isDrag.current) onOpen(t);
  };
  const onPointerLeave = () => {
    onHover?.(null);
    end();
  };
  return { draft, handlers: { onPointerDown, onPointerMove, onPointerUp: end, onPointerLeave, onClick } };
}

/** Arrows move from token to token and from line to line; with Shift they mark; Enter opens. */
function useKeys(props: ColouredPassageProps, frame: RefObject<HTMLDivElement | null>) {
  const { tokens, at, mostSpan, onAt, onSpan, onOpen } = props;
  const anchor = useRef<number | null>(null);
  const target = (key: string): number | null => {
    const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
    if (by !== null && frame.current) return onNextLine(frame.current, at, by);
    return moveAlong(key, at, tokens.length);
  };
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      return onOpen(at);
    }
    const to = target(event.key);
    if (to === null) return;
    event.preventDefault();
    if (event.shiftKey) {
      anchor.current ??= at;
      onSpan(stretchBetween(anchor.current, to, mostSpan));
    } else anchor.current = null;
    onAt(to);
  };
}

/** Keeps the token that is pointed at in sight of the passage's own frame, not at first: the page is not to jump. */
function useFollow(frame: RefObject<HTMLDivElement | null>, at: number): void {
  const last = useRef(at);
  useEffect(() => {
    if (frame.current && last.current !== at) showToken(frame.current, at);
    last.current = at;
  }, [frame, at]);
}

/**
 * A long passage as one reads it, each token on the colour of its number. One tab stop; thousands of tokens in chunks, of which
 * only those that change are drawn anew.
 */
export function ColouredPassage(props: ColouredPassageProps) {
  const { tokens, values, signs, level, at, name, describe } = props;
  const frame = useRef<HTMLDivElement>(null);
  const palette = useSignedPalette();
  const { draft, handlers } = useDrag(props);
  const onKeyDown = useKeys(props, frame);
  useFollow(frame, at);
  const span = draft ?? props.span;
  const chunks = Array.from({ length: Math.ceil(tokens.length / CHUNK) }, (_, i) => i * CHUNK);
  return (
    <div
      ref={frame}
      role="slider"
      tabIndex={0}
      dir="auto"
      className={styles.passage}
      data-level={level}
      data-signs={signs}
      aria-label={name}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, tokens.length)}
      aria-valuenow={at + 1}
      aria-valuetext={tokens.length > 0 ? describe(at) : name}
      onKeyDown={onKeyDown}
      {...handlers}
    >
      {chunks.map((start) => {
        const end = Math.min(tokens.length, start + CHUNK);
        const isMarked = span !== null && span.to > start && span.from < end;
        return (
          <PassageChunk
            key={start}
            tokens={tokens}
            values={values}
            signs={signs}
            palette={palette}
            start={start}
            end={end}
            at={at >= start && at < end ? at : -1}
            from={isMarked ? span.from : -1}
            to={isMarked ? span.to : -1}
          />
        );
      })}
    </div>
  );
}
