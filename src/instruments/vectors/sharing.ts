/** Things that several users have in common, by key. */
export interface Sharing<Key, Thing> {
  /** The thing of a key: the same one for as long as somebody uses it. */
  look(key: Key): Thing;
  /** Begins to use it; the result ends that. */
  use(key: Key): () => void;
}

export interface SharingOptions<Thing> {
  readonly create: () => Thing;
  readonly end: (thing: Thing) => void;
  /** Calls back after a while; the result takes the call back. */
  readonly after: (callback: () => void) => () => void;
}

interface Shared<Thing> {
  readonly thing: Thing;
  users: number;
  takeBack: () => void;
}

/** A thing that nobody uses any more is ended after a while, unless somebody uses it again before. */
export function createSharing<Key, Thing>({
  create,
  end,
  after,
}: SharingOptions<Thing>): Sharing<Key, Thing> {
  const things = new Map<Key, Shared<Thing>>();
  const find = (key: Key): Shared<Thing> => {
    const found = things.get(key);
    if (found) return found;
    const made = { thing: create(), users: 0, takeBack() {} };
    things.set(key, made);
    return made;
  };
  return {
    look: (key) => find(key).thing,
    use(key) {
      const shared = find(key);
      shared.takeBack();
      shared.users += 1;
      let isUsing = true;
      return () => {
        if (!isUsing) return;
        isUsing = false;
        shared.users -= 1;
        if (shared.users === 0) shared.takeBack = after(() => end(shared.thing));
      };
    },
  };
}
