/** A list of questions is a few hundred kilobytes; what is larger is something else. */
export const MOST_BYTES = 8_000_000;

export type ReadList =
  | { readonly ok: true; readonly name: string; readonly text: string }
  | { readonly ok: false; readonly reason: 'large' | 'text' | 'unreadable'; readonly detail: string };

/** The text of a file of questions. */
export async function readList(file: Blob & { readonly name: string }): Promise<ReadList> {
  if (file.size > MOST_BYTES) return { ok: false, reason: 'large', detail: String(file.size) };
  try {
    const bytes = await file.arrayBuffer();
    const text = textOf(bytes);
    return text === null ? { ok: false, reason: 'text', detail: '' } : { ok: true, name: file.name, text };
  } catch (error) {
    return {
      ok: false,
      reason: 'unreadable',
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Null: these bytes are no text in UTF-8. */
function textOf(bytes: ArrayBuffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
