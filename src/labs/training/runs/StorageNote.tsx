import { useEffect, useState } from 'react';
import { useText } from '../../../components/text/useText.tsx';
import type { KeptModel } from '../../../store/kept-model.ts';
import styles from '../lab.module.css';
import { trainingMessages } from '../messages.ts';
import { bytesText } from '../setup/bytesText.ts';

interface Room {
  readonly used: number;
  readonly quota: number;
}

async function measure(): Promise<Room | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { used: usage, quota };
  } catch {
    return null;
  }
}

/** How much of this browser's storage is in use; asked again when the list of runs or of their states changes. */
export function StorageNote({ models }: { readonly models: readonly KeptModel[] }) {
  const text = useText(trainingMessages);
  const [room, setRoom] = useState<Room | null>(null);
  const kept = models.map(({ id, checkpoints }) => `${id} ${checkpoints.length}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept stands for what is asked.
  useEffect(() => {
    let isCurrent = true;
    void measure().then((found) => isCurrent && setRoom(found));
    return () => {
      isCurrent = false;
    };
  }, [kept]);
  if (!room) return null;
  return (
    <p className={styles.note}>
      {text('lab.storage', { used: bytesText(room.used), quota: bytesText(room.quota) })}
    </p>
  );
}
