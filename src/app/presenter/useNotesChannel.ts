import { useCallback, useEffect, useRef, useState } from 'react';
import { type Channel, type Message, openChannel, type TalkState } from './channel.ts';
import type { Command } from './presentation.ts';

/** So long (ms) a stage may take to answer, or to reload, before it counts as closed. */
const PATIENCE = 2000;

export interface NotesEnd {
  /** Null: no stage has been heard yet. */
  readonly state: TalkState | null;
  /** No stage answers. */
  readonly lost: boolean;
  send(command: Command): void;
}

/** The notes' end of a talk's channel: shows what the stage says, and asks it for everything else. */
export function useNotesChannel(talk: string): NotesEnd {
  const [state, setState] = useState<TalkState | null>(null);
  const [lost, setLost] = useState(false);
  const end = useRef<{ channel: Channel; expectAnswer: () => void } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const expectAnswer = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setLost(true), PATIENCE);
    };
    const onMessage = (message: Message) => {
      if (message.kind === 'bye') expectAnswer();
      if (message.kind !== 'state') return;
      clearTimeout(timer);
      setLost(false);
      setState(message.state);
    };
    const channel = openChannel(talk, onMessage);
    end.current = { channel, expectAnswer };
    channel.post({ kind: 'hello' });
    expectAnswer();
    return () => {
      clearTimeout(timer);
      channel.close();
    };
  }, [talk]);
  const send = useCallback((command: Command) => {
    end.current?.channel.post({ kind: 'command', command });
    end.current?.expectAnswer();
  }, []);
  return { state, lost, send };
}
