/** Questions under way: each is answered once, by its number. */
export interface Pending<Answer> {
  ask(): { readonly id: number; readonly answer: Promise<Answer | null> };
  answer(id: number, value: Answer): void;
  /** Answers all that wait with null. */
  cancel(): void;
}

export function createPending<Answer>(): Pending<Answer> {
  const waiting = new Map<number, (value: Answer | null) => void>();
  let last = 0;
  return {
    ask() {
      const id = ++last;
      return { id, answer: new Promise((resolve) => waiting.set(id, resolve)) };
    },
    answer(id, value) {
      waiting.get(id)?.(value);
      waiting.delete(id);
    },
    cancel() {
      for (const resolve of waiting.values()) resolve(null);
      waiting.clear();
    },
  };
}
