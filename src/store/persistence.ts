/** The part of the page's storage that is needed here; absent in old browsers and on insecure pages. */
interface Storage {
  persist?(): Promise<boolean>;
}

/**
 * Asks the browser not to clear this page's storage when the disk runs full: for what somebody chose to keep. It may refuse, and
 * nothing is worse than before.
 */
export async function askToStay(
  storage: Storage | undefined = globalThis.navigator?.storage,
): Promise<boolean> {
  try {
    return (await storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
