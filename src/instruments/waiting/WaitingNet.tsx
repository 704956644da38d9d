import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { StackNet } from '../../components/diagrams/stack/StackNet.tsx';
import type { LookAt } from '../../components/diagrams/stack/stackTypes.ts';
import { useText } from '../../components/text/useText.tsx';
import { stackMessages } from '../../i18n/messages/stack.ts';
import { waitingMessages } from '../../i18n/messages/waiting.ts';
import { placeKey } from '../../models/cells/schedule.ts';
import { useSettings } from '../../store/settings.ts';
import { useChains } from '../taggers/OpenedWord.tsx';
import type { WaitingSettings } from './settings.ts';
import type { Shown } from './WaitingFigure.tsx';

const MESSAGES = {
  en: { ...stackMessages.en, ...waitingMessages.en },
  zh: { ...stackMessages.zh, ...waitingMessages.zh },
};

export interface WaitingNetProps {
  readonly shown: Shown;
  readonly settings: WaitingSettings;
  readonly change: (part: Partial<WaitingSettings>) => void;
}

/** How a cell looks after the moments that are over: its vector, from the words that were in when it was computed. */
function useLook({ shown }: WaitingNetProps): LookAt {
  const text = useText(MESSAGES);
  const { heard, readings, words, tagger, moments, at } = shown;
  const { hidden } = tagger.network;
  const newest = new Set((moments[at - 1]?.places ?? []).map(placeKey));
  return (place) => {
    const key = placeKey(place);
    const count = heard.cells.get(key);
    const trace = count === undefined ? undefined : readings[count - 1]?.trace.layers[0]?.[place.direction];
    const values = trace?.values.hidden ?? new Float64Array();
    const start = place.step * hidden;
    const unit = { unit: 1, value: formatFixed(values[start] ?? Number.NaN) };
    const value = trace ? text('stack.unit-value', unit) : text('figure.notYet');
    const names = { layer: 1, step: place.step + 1, token: words[place.step] ?? '', value };
    return {
      face: trace ? { kind: 'strip', values, start } : { kind: 'pending' },
      name: text(place.direction === 0 ? 'stack.tile-forward' : 'stack.tile-backward', names),
      current: newest.has(key),
    };
  };
}

/** The chains while words come in: what is computed, what is being computed, what has to wait. */
export function WaitingNet(props: WaitingNetProps) {
  const { shown, settings, change } = props;
  const text = useText(MESSAGES);
  const notation = useSettings(({ notation: letters }) => letters);
  const { words, tagger, heard } = shown;
  const { hidden, directions } = tagger.network;
  const layout = useChains(words, directions, hidden);
  const direction = settings.chain === 'backward' && directions !== 'forward' ? 1 : 0;
  return (
    <StackNet
      layout={layout}
      tokens={words.map((word, step) => ({ text: word, known: step < heard.words }))}
      units={hidden}
      lookAt={useLook(props)}
      selected={{ layer: 0, step: Math.min(settings.at, words.length) - 1, direction }}
      unit={null}
      onSelect={(place) =>
        change({ at: place.step + 1, chain: place.direction === 1 ? 'backward' : 'forward' })
      }
      notation={notation}
      name={text('wait.net', { sentence: words.join(' ') })}
    />
  );
}
