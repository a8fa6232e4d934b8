/** The icon for browser tabs. */
import type { APIRoute } from 'astro';
import { siteIcon } from '../layouts/site-icon.ts';

export const GET: APIRoute = async () => new Response(await siteIcon(), { headers: { 'Content-Type': 'image/svg+xml' } });
