/** The QR codes of the screen: each leads a phone to the page of its artwork. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { artworkAddress } from '../../../gallery/addresses.ts';
import { allArtworks } from '../../../gallery/artworks.ts';
import { qrDrawing } from '../../../gallery/screen/qr.ts';
import { withBase } from '../../../readings/reading.ts';

export const getStaticPaths = (async () =>
  [...(await allArtworks()).keys()].map((id) => ({ params: { artwork: id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, site }) =>
  new Response(qrDrawing(new URL(withBase(artworkAddress(params.artwork!), import.meta.env.BASE_URL), site).href), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
