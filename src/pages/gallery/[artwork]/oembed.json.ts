/** How other programs show one artwork. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { embeddedPaths } from '../../../gallery/embed/embedded.ts';
import { oembedOf } from '../../../gallery/embed/oembed.ts';

export const getStaticPaths = embeddedPaths;
type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props, site }) => Response.json(await oembedOf(props.artwork, site));
