/** The staff pages that Astro builds and the service fills in. */

export const staffTemplates = [
  'queue',
  'all',
  'signature',
  'sign-in',
  'signed-out',
  'not-allowed',
  'sign-in-failed',
  'sign-in-away',
  'store-away',
  'decided',
  'not-found',
  'refused',
  'too-large',
  'failed',
] as const;
export type StaffTemplate = (typeof staffTemplates)[number];
