/** The patterns of the pattern list, in the order in which an author meets them. */
import { doExamples } from '../components/do.examples.ts';
import { noteExamples } from '../components/note.examples.ts';
import type { Pattern, ThingsToName } from '../components/pattern.ts';
import { stageExamples } from '../components/stage.examples.ts';
import { tableExamples } from '../components/table.examples.ts';
import { easyWordExamples, ideaExamples } from '../easy-read/idea.examples.ts';
import { factExamples, headingExamples, linkExamples, listExamples } from '../readings/text.examples.ts';
import { hardWordExamples } from '../words/hard-word.examples.ts';

/** @param named what the examples point to; a content without a glossary has no pattern of a hard word */
export const allPatterns = ({ page, word }: { page: ThingsToName['page']; word: ThingsToName['word'] | undefined }): Pattern[] => [
  ideaExamples({ page }),
  ...(word ? [easyWordExamples({ word })] : []),
  headingExamples,
  linkExamples({ page }),
  ...(word ? [hardWordExamples({ word })] : []),
  listExamples,
  tableExamples,
  doExamples,
  noteExamples,
  stageExamples,
  factExamples,
];
