import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { gatewayPlugin } from './scripts/gatewayPlugin.ts';

export default defineConfig({
  plugins: [react(), gatewayPlugin()],
  build: { outDir: 'dist/page', emptyOutDir: true, target: 'es2023', manifest: true },
  worker: { format: 'es' },
});
