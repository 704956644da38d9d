/*
 * A file of GloVe's read as everybody writes it first: decoded piece by piece, cut at line feeds, every line split at its spaces, every field
 * given to parseFloat. What our reader is measured against.
 */
export interface Read {
  readonly words: readonly string[];
  /** Rows one behind the other, in pieces. */
  readonly rows: readonly Float32Array[];
}

export async function readPlain(file: Blob): Promise<Read> {
  const words: string[] = [];
  const rows: Float32Array[] = [];
  const take = (line: string) => {
    if (line === '') return;
    const fields = line.split(' ');
    words.push(fields[0] ?? '');
    const row = new Float32Array(fields.length - 1);
    for (let j = 0; j < row.length; j++) row[j] = Number.parseFloat(fields[j + 1] ?? '');
    rows.push(row);
  };
  let rest = '';
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  }
  take(rest);
  return { words, rows };
}
