/** What the files and folders of content may be called, since their names become addresses. */

const name = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const isName = (text: string) => name.test(text);

/** The name nearest to what an author chose: "Short Breaks" becomes `short-breaks`. */
export const asName = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
