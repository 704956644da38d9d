import { useText } from '../../components/text/useText.tsx';
import { CompactBody } from '../unrolled/CompactBody.tsx';
import { UnrolledRun } from '../unrolled/UnrolledRun.tsx';

/** Small enough to be there at once, real enough to be read: words of a real book, eight units. */
const DEFAULTS = {
  sentence: 'the whale which the captain saw was white',
  vocabulary: 500,
  hidden: 8,
  at: 3,
  logScale: true,
} as const;

/** The home page's live figure: an LSTM that learns while the visitor reads. */
export function HomeFigure() {
  const text = useText();
  return (
    <UnrolledRun
      id="home"
      title={text('home.figureTitle')}
      caption={text('home.figureCaption')}
      defaults={DEFAULTS}
      body={CompactBody}
      autoplay
    />
  );
}
