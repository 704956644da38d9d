/** Why a browser would not store something: no room, or no storage at all. */
export const saveFault = (error: unknown): 'quota' | 'unavailable' =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'quota' : 'unavailable';
