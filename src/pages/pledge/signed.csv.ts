/** The public list as a table. */
import type { APIRoute } from 'astro';
import { publishedCsv } from '../../pledge/signed/public-csv.ts';
import { listOfBuild } from '../../pledge/signed/signed-file.ts';

export const GET: APIRoute = () => new Response(publishedCsv(listOfBuild()), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
