/** The numbers of a whole plan, where it has any. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { signedCounts } from '../../../pledge/signed/counts.ts';
import { listOfBuild } from '../../../pledge/signed/signed-file.ts';
import { measuresCsv } from '../../../progress/measures-csv.ts';
import { measuresOf } from '../../../progress/measures.ts';
import { allProgress } from '../../../progress/progress.ts';
import type { Group } from '../../../progress/read.ts';

export const getStaticPaths = (() =>
  allProgress()
    .groups.filter(({ record }) => measuresOf(record, signedCounts(listOfBuild())).length > 0)
    .map((group) => ({ params: { group: group.id }, props: { group } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ group: Group }> = ({ props: { group } }) =>
  new Response(measuresCsv(group.id, measuresOf(group.record, signedCounts(listOfBuild()))));
