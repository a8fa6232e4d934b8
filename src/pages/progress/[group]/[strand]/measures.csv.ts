/** The numbers of a strand, where it has any. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { signedCounts } from '../../../../pledge/signed/counts.ts';
import { listOfBuild } from '../../../../pledge/signed/signed-file.ts';
import { measuresCsv } from '../../../../progress/measures-csv.ts';
import { measuresOf } from '../../../../progress/measures.ts';
import { allProgress } from '../../../../progress/progress.ts';
import type { Strand } from '../../../../progress/read.ts';

export const getStaticPaths = (() =>
  allProgress()
    .strands.filter(({ record }) => measuresOf(record, signedCounts(listOfBuild())).length > 0)
    .map((strand) => {
      const [group, name] = strand.id.split('/');
      return { params: { group, strand: name }, props: { strand } };
    })) satisfies GetStaticPaths;

export const GET: APIRoute<{ strand: Strand }> = ({ props: { strand } }) =>
  new Response(measuresCsv(strand.id, measuresOf(strand.record, signedCounts(listOfBuild()))));
