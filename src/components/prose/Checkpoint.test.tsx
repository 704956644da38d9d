import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LocaleProvider } from '../text/useText.tsx';
import { Checkpoint } from './Checkpoint.tsx';
import { CheckpointProvider } from './CheckpointProvider.tsx';
import { Choice, Explanation, Question } from './CheckpointQuestion.tsx';

const render = (children: ReactNode, passed: readonly string[] = []): string =>
  renderToStaticMarkup(
    <LocaleProvider locale="en">
      <CheckpointProvider passed={passed} onPass={() => {}}>
        {children}
      </CheckpointProvider>
    </LocaleProvider>,
  );

const parts = (
  <>
    <Question>What is kept?</Question>
    <Choice>Nothing</Choice>
    <Choice correct>All of it</Choice>
    <Explanation>Because the gate is shut.</Explanation>
  </>
);

describe('Checkpoint', () => {
  it('asks before it explains, and gives nothing away', () => {
    const html = render(<Checkpoint id="keep">{parts}</Checkpoint>);
    expect(html).toContain('What is kept?');
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(html).not.toContain('Because');
    expect(html).not.toContain('verdict="right"');
    expect(html).not.toContain('correct');
  });

  const numeric = (
    <Checkpoint id="half" answer={0.5}>
      <Question>And σ(0)?</Question>
    </Checkpoint>
  );

  it('shows a box only where a number is asked', () => {
    expect(render(<Checkpoint id="keep">{parts}</Checkpoint>)).not.toContain('type="text"');
    expect(render(numeric)).toContain('type="text"');
  });

  it('says what was passed before, and does not spoil a second try', () => {
    const html = render(<Checkpoint id="keep">{parts}</Checkpoint>, ['keep']);
    expect(html).toContain('passed');
    expect(html).not.toContain('Because');
  });

  it('waits for the model when there is something to do', () => {
    const doing = (
      <Checkpoint id="open" do check="gate-open">
        {parts}
      </Checkpoint>
    );
    expect(render(doing)).toContain('Waiting for the figure');
    expect(render(doing)).not.toContain('Because');
    expect(render(doing, ['open'])).toContain('Because');
  });
});
