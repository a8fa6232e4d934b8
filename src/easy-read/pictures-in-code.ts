/** The pictures that our own pages need, whatever set a council uses. The content check asks for them. */
export const picturesInCode = {
  search: 'search',
  waysOn: 'direction',
  list: 'list',
  picture: 'picture',
  question: 'question',
  example: 'example',
  asReported: 'date',
  toEasyRead: 'easy-read',
  toStandard: 'full-page',
  wasEasy: 'happy',
  wasPartlyEasy: 'so-so',
  wasHard: 'sad',
} as const;

/** One for each status; needed only where something has a status. */
export const statusPictures = {
  'not-started': 'not-started',
  'on-track': 'on-track',
  'needs-attention': 'warning',
  late: 'late',
  done: 'finish',
} as const;

/** For what a record does not say; needed only where there are records. Two of them never stand below each other. */
export const recordPictures = {
  noStatus: 'not-known',
  noWrong: 'question',
  noDone: 'not-known',
  noNext: 'date',
  event: 'calendar',
  nextEvent: 'date',
} as const;
