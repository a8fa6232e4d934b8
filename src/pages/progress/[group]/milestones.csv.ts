/** The milestones of a whole plan, where it has any. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { milestonesCsv } from '../../../progress/milestones-csv.ts';
import { allProgress } from '../../../progress/progress.ts';
import type { Group } from '../../../progress/read.ts';

export const getStaticPaths = (() =>
  allProgress()
    .groups.filter(({ record }) => record.milestones.length > 0)
    .map((group) => ({ params: { group: group.id }, props: { group } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ group: Group }> = ({ props: { group } }) => new Response(milestonesCsv(group.id, group.record.milestones));
