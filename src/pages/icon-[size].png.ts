/** The icon in pixels, for home screens. */
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { siteIcon } from '../layouts/site-icon.ts';

export const getStaticPaths = () => [180, 192, 512].map((size) => ({ params: { size: String(size) } }));

export const GET: APIRoute = async ({ params }) => {
  const size = Number(params.size);
  const png = await sharp(Buffer.from(await siteIcon('#fffdf8')), { density: 300 })
    .resize(size, size)
    .png()
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
