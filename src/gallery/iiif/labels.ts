/** What a viewer calls the parts of a document. Viewers are other people's programs, so these stand in the standard reading alone. */
export const labels = {
  credit: 'Credit',
  value: 'Value of the pledge',
  material: 'Material',
  year: 'Year',
  madeBy: 'Made by',
  written: 'Words on the picture',
  description: 'What you can see',
  easyDescription: 'What you can see, in easy read',
  audio: 'What you can see, read aloud',
  easyPage: '{title}, in easy read',
} as const;
