/** The facts of this Local Offer, read once from `content/local-offer.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from './content-dir.ts';
import { localOfferSchema } from './local-offer.schema.ts';

export const localOffer = localOfferSchema.parse(parse(readFileSync(join(contentDir(), 'local-offer.yaml'), 'utf8')));
