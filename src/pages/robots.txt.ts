/** Every page may be found, and the sitemap lists them. */
import type { APIRoute } from 'astro';
import { withBase } from '../readings/reading.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(withBase('/sitemap-index.xml', import.meta.env.BASE_URL), site).href}\n`);
