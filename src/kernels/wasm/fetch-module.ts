/** Compiles a module while it loads, where the host sends the right type; some hosts do not. */
export async function fetchModule(address: string): Promise<WebAssembly.Module> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the kernels could not be loaded: ${response.status} ${address}`);
  const streamed = response.headers.get('content-type') === 'application/wasm';
  if (streamed) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
