import { expect, test } from 'vitest';
import wasmBase64 from '../src/fill/kernels/kernels.as.ts?wasm-bytes';

test('yields a WebAssembly binary that imports nothing but its memory', async () => {
  const module = await WebAssembly.compile(new Uint8Array(Buffer.from(wasmBase64, 'base64')));
  expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  expect(WebAssembly.Module.exports(module).map(({ name }) => name)).toContain('sweepMatches');
});
