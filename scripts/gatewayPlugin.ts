import { getRequestListener } from '@hono/node-server';
import type { Plugin } from 'vite';
import { loadDotEnv } from '../src/gateway/loadDotEnv.ts';
import { pageFolder } from '../src/gateway/pageFolder.ts';
import { startGateway } from '../src/gateway/startGateway.ts';
import { staticHeaders } from '../src/gateway/staticHeaders.ts';
import { providerRoutes } from '../src/providers/providerRoutes.ts';

/**
 * The same gateway inside Vite. `vite dev` gets only its own routes: the page comes from Vite, whose hot reloading needs a looser
 * policy. `vite preview` gets all of it, with the security headers. A build gets the headers for static hosts as `_headers`.
 */
export const gatewayPlugin = (): Plugin => ({
  name: 'overpaint-gateway',
  configureServer(server) {
    loadDotEnv();
    const { handler, close } = startGateway(process.env, {});
    const listener = getRequestListener(handler.fetch);
    server.httpServer?.on('close', () => void close());
    server.middlewares.use((request, response, next) => {
      if (/^\/(api|uploads)\//.test(request.url ?? '')) void listener(request, response);
      else next();
    });
  },
  configurePreviewServer(server) {
    loadDotEnv();
    const { handler, close } = startGateway(process.env, { page: pageFolder(server.config.build.outDir) });
    const listener = getRequestListener(handler.fetch);
    server.httpServer.on('close', () => void close());
    server.middlewares.use((request, response) => void listener(request, response));
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: staticHeaders(providerRoutes) });
  },
});
