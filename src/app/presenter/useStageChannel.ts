import { useEffect, useRef, useState } from 'react';
import { type Channel, type Message, openChannel, type TalkState } from './channel.ts';
import { keepTalk, readKept, tabStorage } from './keptTalk.ts';
import type { Command } from './presentation.ts';

const randomId = (): string => Math.random().toString(36).slice(2, 10);

/** The id of this tab's talk: the one that the notes asked for, else the one before a reload, else a new one. */
const firstId = (wanted: string | null): string => wanted ?? readKept(tabStorage())?.id ?? randomId();

/** The stage's end of the channel: tells the notes everything, obeys them. The id changes when another tab has it already. */
export function useStageChannel(
  state: TalkState | null,
  send: (command: Command) => void,
  wanted: string | null,
): string {
  const [id, setId] = useState(() => firstId(wanted));
  const [stage] = useState(randomId);
  const channel = useRef<Channel | null>(null);
  const latest = useRef({ state, send });
  useEffect(() => {
    latest.current = { state, send };
    if (!state) return;
    keepTalk(tabStorage(), { id, clock: state.clock });
    channel.current?.post({ kind: 'state', state });
  }, [state, send, id]);
  useEffect(() => {
    const tell = () => {
      const now = latest.current.state;
      if (now) opened.post({ kind: 'state', state: now });
    };
    const answers: { readonly [K in Message['kind']]?: (message: Message & { kind: K }) => void } = {
      hello: tell,
      command: ({ command }) => latest.current.send(command),
      claim: (other) => {
        if (other.stage !== stage) opened.post({ kind: 'taken', stage: other.stage });
      },
      taken: (other) => {
        if (other.stage === stage) setId(randomId());
      },
    };
    const onMessage = (message: Message) =>
      (answers[message.kind] as ((given: Message) => void) | undefined)?.(message);
    const opened = openChannel(id, onMessage);
    channel.current = opened;
    opened.post({ kind: 'claim', stage });
    tell();
    const leave = () => opened.post({ kind: 'bye' });
    addEventListener('pagehide', leave);
    addEventListener('pageshow', tell);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', tell);
      leave();
      opened.close();
    };
  }, [id, stage]);
  return id;
}
