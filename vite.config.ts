import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { assemblyScriptPlugin } from './scripts/assemblyScriptPlugin.ts';

export default defineConfig({
  plugins: [react(), assemblyScriptPlugin()],
  build: { outDir: 'dist/page', emptyOutDir: true, target: 'es2023' },
  worker: { format: 'es', plugins: () => [assemblyScriptPlugin()] },
});
