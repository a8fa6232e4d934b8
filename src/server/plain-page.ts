/** The page for when no page that Astro built can be had: small, of plain words, and it asks for nothing else. */

export interface PlainWords {
  title: string;
  sentences: readonly string[];
}

export const tooBusy: PlainWords = {
  title: 'Please try again in a minute',
  sentences: ['Very many people are using this site now.', 'We have not kept anything that you sent.', 'Wait one minute. Then try again.'],
};
export const ourFault: PlainWords = {
  title: 'Something went wrong',
  sentences: ['This is our fault, not yours.', 'We do not know if we kept what you sent.', 'Please try again later.'],
};
export const tooLong: PlainWords = {
  title: 'This address is too long',
  sentences: ['We cannot open an address as long as this.', 'Begin at the first page of the site.'],
};
/** In a frame on another website, in place of an artwork that was taken down. */
export const notShown: PlainWords = {
  title: 'This picture is not here now',
  sentences: ['We do not show this picture any more.', 'You can look at other pictures on our site.'],
};

export const plainHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

/** @returns a whole page; its words are ours, never a reader's */
export const plainPage = ({ title, sentences }: PlainWords): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="color-scheme" content="light dark"><title>${title}</title></head>` +
  `<body><main><h1>${title}</h1>${sentences.map((sentence) => `<p>${sentence}</p>`).join('')}</main></body></html>\n`;
