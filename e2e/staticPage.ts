import { createServer } from 'node:http';
import { findPageFile } from '../src/gateway/pageFile.ts';
import { pageFolder } from '../src/gateway/pageFolder.ts';
import { headersFor } from '../src/gateway/securityHeaders.ts';
import type { GatewayProcess } from './gatewayProcess.ts';

/** The built page on a plain file host: no gateway, the same security headers, which let the page call `connect` besides its own origin. */
export const serveStaticPage = async (connect: readonly string[]): Promise<GatewayProcess> => {
  const files = pageFolder('dist/page');
  const headers = headersFor(connect);
  const server = createServer((request, response) => {
    void findPageFile(files, new URL(request.url ?? '/', 'http://page').pathname).then((file) => {
      response.writeHead(file ? 200 : 404, { ...headers, ...(file && { 'content-type': file.type }) }).end(file?.bytes);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('unreachable: a TCP server has an address object');
  return {
    url: `http://127.0.0.1:${address.port}`,
    output: () => '',
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
