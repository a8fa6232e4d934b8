/** The script that other websites load for frames with automatic height. */
import type { APIRoute } from 'astro';
import { frameScript } from '../../../gallery/embed/frame-script.ts';

export const GET: APIRoute = () => new Response(frameScript, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
