import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

/** Writes method, pattern of the route, status and time to the head of the answer. Nothing else is ever logged: no address, header, body or error. */
export const requestLog =
  (log: (line: string) => void, now: () => number): MiddlewareHandler =>
  async (context, next) => {
    const start = now();
    await next();
    log(`${context.req.method} ${routePath(context)} ${context.res.status} ${Math.round(now() - start)} ms`);
  };
