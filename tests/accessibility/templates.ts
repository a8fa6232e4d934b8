/** One address for each template, in each reading: where a check looks at a kind of page, not at its words. */
import { kinds } from '../journeys/example-pages.ts';

export const templates: { template: string; address: string }[] = [
  ...kinds.flatMap(([template, address]) => [
    { template, address },
    { template: `${template}, easy read`, address: `/easy-read${address}` },
  ]),
  { template: 'not found', address: '/404.html' },
];
