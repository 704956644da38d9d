import 'katex/dist/katex.min.css';
import { CheckpointProvider } from '../../components/prose/CheckpointProvider.tsx';
import { PROSE_COMPONENTS } from '../../components/prose/proseComponents.tsx';
import { TermProvider } from '../../components/prose/TermProvider.tsx';
import type { LessonPage } from '../../lessons/index.ts';
import type { LessonMeta } from '../../lessons/schema.ts';

/** A lesson's own page inside everything that its prose, equations, figures and checkpoints share. */
export function LessonBody(props: {
  readonly page: LessonPage;
  readonly lesson: Pick<LessonMeta, 'part' | 'terms'> | undefined;
  readonly passed: readonly string[];
  readonly onPass: (checkpoint: string) => void;
}) {
  const { lesson } = props;
  const Content = props.page.default;
  return (
    <CheckpointProvider passed={props.passed} onPass={props.onPass}>
      <TermProvider className="prose" aboutWords={lesson?.part === 'embeddings'} names={lesson?.terms}>
        <Content components={PROSE_COMPONENTS} />
      </TermProvider>
    </CheckpointProvider>
  );
}
