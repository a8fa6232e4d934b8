/** The easy-read pictures, each under a name that changes with its bytes. */
import type { APIRoute } from 'astro';
import { pictureFiles } from '../../easy-read/pictures.ts';

export const getStaticPaths = () => pictureFiles().map(({ name, bytes }) => ({ params: { file: name }, props: { bytes } }));

const types: Record<string, string> = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' };

export const GET: APIRoute = ({ params, props }) =>
  new Response(new Uint8Array(props.bytes as Buffer), {
    headers: { 'Content-Type': types[params.file!.split('.').at(-1)!] ?? 'application/octet-stream' },
  });
