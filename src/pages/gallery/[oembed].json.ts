/** How other programs show the gallery; not there where no artwork may be shown elsewhere. */
import type { APIRoute } from 'astro';
import { embeddedArtworks } from '../../gallery/embed/embedded.ts';
import { oembedOf } from '../../gallery/embed/oembed.ts';

export const getStaticPaths = async () => ((await embeddedArtworks()).length > 0 ? [{ params: { oembed: 'oembed' } }] : []);

export const GET: APIRoute = async ({ site }) => Response.json(await oembedOf(undefined, site));
