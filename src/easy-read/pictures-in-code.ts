/** The pictures that our own pages need, whatever set a council uses. The content check asks for them. */
export const picturesInCode = {
  search: 'search',
  waysOn: 'direction',
  list: 'list',
  picture: 'picture',
  question: 'question',
  example: 'idea',
  asReported: 'date',
  toEasyRead: 'easy-read',
  toStandard: 'full-page',
} as const;

/** One for each status; needed only where something has a status. */
export const statusPictures = {
  'not-started': 'wait',
  'on-track': 'yes',
  'needs-attention': 'warning',
  late: 'time',
  done: 'finish',
} as const;
