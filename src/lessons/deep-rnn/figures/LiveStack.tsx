import type { ReactNode } from 'react';
import { useText } from '../../../components/text/useText.tsx';
import { stackMessages } from '../../../i18n/messages/stack.ts';
import { StackBody } from '../../../instruments/stack/StackBody.tsx';
import { UnrolledFigure } from '../../../instruments/unrolled/UnrolledFigure.tsx';
import { LIVE_DEFAULTS } from './liveSettings.ts';

/** The lesson's main figure: three plain recurrent layers that learn a book while it is read. */
export function LiveStack(props: { readonly caption: ReactNode }) {
  const text = useText(stackMessages);
  return (
    <UnrolledFigure
      id="live"
      defaults={LIVE_DEFAULTS}
      persistKey="deep-rnn/live"
      title={text('stack.title')}
      caption={props.caption}
      body={StackBody}
      autoplay
    />
  );
}
