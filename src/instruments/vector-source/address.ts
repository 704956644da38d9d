/** An address that vectors can be fetched from, as the browser writes it; null: this is none. Plain http only from this machine. */
export function maybeAddress(text: string): URL | null {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  try {
    const url = new URL(trimmed);
    const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal) ? url : null;
  } catch {
    return null;
  }
}
