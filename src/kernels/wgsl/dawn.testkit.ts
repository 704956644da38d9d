import { type OpenBackend, openBackend } from './backend.ts';

/**
 * WebGPU in Node through Dawn, or why there is none. Needs a Vulkan driver: a software one ships with Chromium, and
 * `npm test` sets VK_ICD_FILENAMES and LD_LIBRARY_PATH to it.
 */
export async function findDawn(): Promise<GPU | string> {
  try {
    const { create, globals } = await import('webgpu');
    const gpu = create([]);
    if (!(await gpu.requestAdapter())) return 'Dawn finds no adapter';
    Object.assign(globalThis, globals);
    Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });
    return gpu;
  } catch (error) {
    return `Dawn does not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** TF.js on Dawn, and what to add to a test's name when there is none. */
export async function openDawnBackend(): Promise<{
  readonly open: OpenBackend | null;
  readonly reason: string;
}> {
  const gpu = await findDawn();
  if (typeof gpu === 'string') return { open: null, reason: ` (skipped: ${gpu})` };
  return { open: await openBackend(gpu), reason: '' };
}
