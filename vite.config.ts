import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { assemblyScriptPlugin } from './scripts/assemblyScriptPlugin.ts';
import { gatewayPlugin } from './scripts/gatewayPlugin.ts';

export default defineConfig({
  plugins: [react(), assemblyScriptPlugin(), gatewayPlugin()],
  build: { outDir: 'dist/page', emptyOutDir: true, target: 'es2023', manifest: true },
  worker: { format: 'es', plugins: () => [assemblyScriptPlugin()] },
});
