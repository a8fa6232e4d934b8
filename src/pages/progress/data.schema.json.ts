/** `/progress/data.schema.json`: what stands in `data.json`, as JSON Schema. */
import type { APIRoute } from 'astro';
import { dataJsonSchema } from '../../progress/data.schema.ts';
import { withBase } from '../../readings/reading.ts';

export const GET: APIRoute = ({ site }) => {
  const address = new URL(withBase('/progress/data.schema.json', import.meta.env.BASE_URL), site).href;
  return new Response(`${JSON.stringify(dataJsonSchema(address), undefined, 1)}\n`);
};
