import { serve, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';

export type Listening = { readonly address: string; readonly close: () => Promise<void> };

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Reads a port number as the environment gives it; 0 lets the system choose one. */
export const parsePort = (text: string): number => {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw new Error(`PORT=${text} is not a port number (0 to 65535).`);
  return port;
};

/** Serves the gateway. Rejects with a sentence for people when the port is taken. */
export const listen = (gateway: Hono, host: string, port: number): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: gateway.fetch, hostname: host, port }, (info) => {
      const shownHost = info.family === 'IPv6' ? `[${info.address}]` : info.address;
      resolve({
        address: `http://${shownHost}:${info.port}`,
        close: () =>
          new Promise((closed, failed) => {
            server.close((error) => (error ? failed(error) : closed()));
            // Kept-alive connections would hold the process for seconds.
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.on('error', (error) => {
      const sentence = `Port ${port} is already in use. Choose another one: PORT=${port + 1} npm start`;
      reject(isPortTaken(error) ? new Error(sentence, { cause: error }) : error);
    });
  });
