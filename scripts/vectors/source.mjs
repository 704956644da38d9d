// @ts-check
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/**
 * A module of ours in TypeScript, for scripts, which Node runs as they are.
 * @param {string} path from the root of the repository
 * @returns {Promise<any>}
 */
export async function loadSource(path) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { module } = await runnerImport(`/${path}`, { root, configFile: false, logLevel: 'error' });
  return module;
}
