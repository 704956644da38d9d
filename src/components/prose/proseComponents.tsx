import type { ComponentProps } from 'react';
import { useText } from '../text/useText.tsx';
import { Board } from './Board.tsx';
import { Callout } from './Callout.tsx';
import { Checkpoint } from './Checkpoint.tsx';
import { Choice, Explanation, Hint, Question } from './CheckpointQuestion.tsx';
import { CodeBlock } from './CodeBlock.tsx';
import { DisplayEquation, InlineEquation } from './Equation.tsx';
import { Figure } from './Figure.tsx';
import { Lede } from './Lede.tsx';
import { Notation } from './Notation.tsx';
import styles from './prose.module.css';
import { References } from './References.tsx';
import { ScrollBox } from './ScrollBox.tsx';
import { Term } from './Term.tsx';

function Table(props: ComponentProps<'table'>) {
  const text = useText();
  return (
    <ScrollBox className={styles.table ?? ''} label={text('prose.table')}>
      <table {...props} />
    </ScrollBox>
  );
}

/** A link out of the page says nothing about where it came from. */
function Anchor(props: ComponentProps<'a'>) {
  const outside = props.href?.startsWith('http') ? { rel: 'noreferrer' } : {};
  return <a {...props} {...outside} />;
}

/** What a lesson's MDX may use without importing it. */
export const PROSE_COMPONENTS = {
  a: Anchor,
  pre: CodeBlock,
  table: Table,
  Board,
  Callout,
  Checkpoint,
  Choice,
  DisplayEquation,
  Explanation,
  Figure,
  Hint,
  InlineEquation,
  Lede,
  Notation,
  Question,
  References,
  Term,
} as const;
