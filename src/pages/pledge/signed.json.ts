/** The public list for other programs. */
import type { APIRoute } from 'astro';
import { publishedJson } from '../../pledge/signed/public-list.ts';
import { listOfBuild } from '../../pledge/signed/signed-file.ts';

export const GET: APIRoute = () =>
  new Response(publishedJson(listOfBuild()), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
