/** Compiled by scripts/assemblyScriptPlugin.ts: the WebAssembly binary as base64, so that it needs no request of its own. */
declare module '*.as.ts?wasm-bytes' {
  const base64: string;
  export default base64;
}
