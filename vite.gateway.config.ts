import { defineConfig } from 'vite';

/** The gateway for Node: one file; hono stays a package beside it. */
export default defineConfig({
  publicDir: false,
  build: { ssr: 'src/gateway/server.ts', outDir: 'dist/gateway', emptyOutDir: true, target: 'node20' },
});
