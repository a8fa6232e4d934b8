/** The words on printed sheets. They are plain enough for both readings, since a sheet on a wall has only one. */

export const printWords = {
  /** Before the address of a page. */
  seeIt: 'See it at',
  seeAll: 'See the gallery at',
  contents: 'In this file',
  poster: '{value}: poster',
  colouring: '{value}: a sheet to colour in',
  wholePoster: '{pledge}: the poster with all values',
  byYoungPeople: 'The pictures are by young people.',
  standIns: 'Some pictures are stand-ins, drawn for this project and not by a young person.',
  standInsAll: 'The pictures are stand-ins, drawn for this project and not by a young person.',
  certificate: 'Certificate',
  certificateFor: 'This certificate goes to',
  forWhat: 'for',
  ticked: 'Tick each value that they showed.',
  date: 'Date',
  signed: 'Signed',
} as const;

/** @param gaps `{value}` in the words becomes `gaps.value` */
export const filled = (words: string, gaps: Record<string, string>): string =>
  words.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
