import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { type Conditions, createConditions } from './conditions.ts';

interface CheckpointBook {
  readonly conditions: Conditions;
  readonly passed: readonly string[];
  readonly onPass: (id: string) => void;
}

const CheckpointContext = createContext<CheckpointBook>({
  conditions: createConditions(),
  passed: [],
  onPass: () => {},
});

/** Gives the checkpoints of a page their memory: the app keeps it, components only report. */
export function CheckpointProvider(props: {
  readonly passed: readonly string[];
  readonly onPass: (id: string) => void;
  readonly children: ReactNode;
}) {
  const { passed, onPass } = props;
  const conditions = useMemo(createConditions, []);
  const book = useMemo(() => ({ conditions, passed, onPass }), [conditions, passed, onPass]);
  return <CheckpointContext value={book}>{props.children}</CheckpointContext>;
}

/** Whether the reader passed this checkpoint before, and how to say that they pass now. */
export function usePassed(id: string): readonly [boolean, () => void] {
  const { passed, onPass } = use(CheckpointContext);
  const pass = useCallback(() => onPass(id), [id, onPass]);
  return [passed.includes(id), pass];
}

/** A figure says whether something holds for its running model now: `useCondition('cell-kept', forget > 0.95)`. */
export function useCondition(name: string, holds: boolean): void {
  const { conditions } = use(CheckpointContext);
  useEffect(() => {
    conditions.publish(name, holds);
    return () => conditions.publish(name, false);
  }, [conditions, name, holds]);
}

/** Whether a figure says that this holds now. */
export function useHolds(name: string): boolean {
  const { conditions } = use(CheckpointContext);
  const holds = () => conditions.holds(name);
  return useSyncExternalStore(conditions.subscribe, holds, holds);
}
