/** What all hard words mean, for the buttons of the standard reading. */
import type { APIRoute } from 'astro';
import { meaningsOf } from '../../words/meanings.ts';
import { allWords } from '../../words/words.ts';

export const GET: APIRoute = async () => Response.json(meaningsOf(await allWords()));
