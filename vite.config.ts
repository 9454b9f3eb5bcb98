import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { assemblyScriptPlugin } from './scripts/assemblyScriptPlugin.ts';
import { gatewayPlugin } from './scripts/gatewayPlugin.ts';

export default defineConfig({
  plugins: [react(), assemblyScriptPlugin(), gatewayPlugin()],
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    // Compiling the kernels takes seconds the first time; that is no news to who runs `npm start`.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  worker: { format: 'es', plugins: () => [assemblyScriptPlugin()] },
});
