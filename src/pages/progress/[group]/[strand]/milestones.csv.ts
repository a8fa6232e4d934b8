/** The milestones of a strand, where it has any. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { milestonesCsv } from '../../../../progress/milestones-csv.ts';
import { allProgress } from '../../../../progress/progress.ts';
import type { Strand } from '../../../../progress/read.ts';

export const getStaticPaths = (() =>
  allProgress()
    .strands.filter(({ record }) => record.milestones.length > 0)
    .map((strand) => {
      const [group, name] = strand.id.split('/');
      return { params: { group, strand: name }, props: { strand } };
    })) satisfies GetStaticPaths;

export const GET: APIRoute<{ strand: Strand }> = ({ props: { strand } }) =>
  new Response(milestonesCsv(strand.id, strand.record.milestones));
