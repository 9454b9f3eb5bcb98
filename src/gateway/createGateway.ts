import { Hono } from 'hono';
import { findPageFile, type PageFiles } from './pageFile.ts';
import { securityHeaders } from './securityHeaders.ts';

export type GatewayOptions = {
  /** The built page. Without it only the `/api` routes answer, as in development, where Vite serves the page. */
  readonly page?: PageFiles;
};

/** The gateway as one handler: it runs wherever hono does, and tests call it with `gateway.request(path)`. */
export const createGateway = ({ page }: GatewayOptions): Hono => {
  const gateway = new Hono();
  gateway.use(securityHeaders);

  gateway.get('/api/config', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json({ providers: [] });
  });

  if (page)
    gateway.get('*', async (context) => {
      const file = await findPageFile(page, new URL(context.req.url).pathname);
      if (!file) return context.notFound();
      return context.body(file.bytes, 200, {
        'Content-Type': file.type,
        'Content-Length': String(file.bytes.length),
        'Cache-Control': file.cache,
      });
    });

  gateway.notFound((context) => context.text('There is nothing at this address.', 404));
  return gateway;
};
