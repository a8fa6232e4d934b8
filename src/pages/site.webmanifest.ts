/** What a phone needs to put the site on its home screen. */
import type { APIRoute } from 'astro';
import { localOffer } from '../readings/local-offer.ts';
import { withBase } from '../readings/reading.ts';

const address = (path: string) => withBase(path, import.meta.env.BASE_URL);

export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: `${localOffer.name}, ${localOffer.place}`,
      short_name: localOffer.name,
      description: localOffer.description,
      lang: 'en-GB',
      start_url: address('/'),
      scope: address('/'),
      display: 'browser',
      background_color: '#fffdf8',
      theme_color: '#fffdf8',
      icons: [192, 512].map((size) => ({ src: address(`/icon-${size}.png`), sizes: `${size}x${size}`, type: 'image/png' })),
    }),
    { headers: { 'Content-Type': 'application/manifest+json' } },
  );
