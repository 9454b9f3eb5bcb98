import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mountInVite } from './src/gateway/mountInVite.ts';

export default defineConfig({
  plugins: [react(), mountInVite()],
  build: { outDir: 'dist/page', emptyOutDir: true, target: 'es2023', manifest: true },
  worker: { format: 'es' },
});
