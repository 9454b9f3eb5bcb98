import { getRequestListener } from '@hono/node-server';
import type { Plugin } from 'vite';
import { createGateway } from '../src/gateway/createGateway.ts';
import { pageFolder } from '../src/gateway/pageFolder.ts';

/**
 * The same gateway inside Vite. `vite dev` gets only its `/api`: the page comes from Vite, whose hot reloading needs a looser
 * policy. `vite preview` gets all of it, with the security headers.
 */
export const gatewayPlugin = (): Plugin => ({
  name: 'overpaint-gateway',
  configureServer(server) {
    const listener = getRequestListener(createGateway({}).fetch);
    server.middlewares.use((request, response, next) => {
      if (request.url?.startsWith('/api/')) void listener(request, response);
      else next();
    });
  },
  configurePreviewServer(server) {
    const listener = getRequestListener(createGateway({ page: pageFolder(server.config.build.outDir) }).fetch);
    server.middlewares.use((request, response) => void listener(request, response));
  },
});
