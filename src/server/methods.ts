/** Which ways to ask an address has, for the answer to one that it has not. */
import type { Hono } from 'hono';

/** @returns GET and HEAD, which every address has, and what the app's own routes take there */
export function methodsOf(app: Hono, path: string): string[] {
  const more = ['POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return ['GET', 'HEAD', ...more];
}
