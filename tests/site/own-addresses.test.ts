/** The addresses of this project's own content that others rely on. Not run for another council's content. */
import { describe, test } from 'vitest';
import { expectNone } from './check.ts';
import { pageAt } from './pages.ts';

const values = [
  'welcome-everyone',
  'listen',
  'be-honest',
  'trust-each-other',
  'value-individuality',
  'create-opportunities',
  'build-confidence',
  'aim-high',
  'celebrate-success',
  'be-positive',
];
const themes = ['make-send-everybodys-business', 'identify-and-respond-to-needs-early', 'deliver-in-the-right-place-at-the-right-time'];
const adulthood = [
  'young-people',
  'parents-and-carers',
  'timeline',
  'rights-at-16',
  'ehc-plans-after-16',
  'work',
  'travel',
  'money',
  'home',
  'friends-and-community',
  'health',
  'annual-health-check',
];
const workStreams = [
  'send-quality-assurance',
  'joint-planning-and-commissioning',
  'getting-support-early',
  'young-adults-18-to-25',
  'designated-clinical-officer',
];

const rows: Record<string, string[]> = {
  strategy: ['/strategy/', '/strategy/on-a-page/', ...themes.map((slug) => `/strategy/${slug}/`)],
  pledge: ['/pledge/', ...values.map((slug) => `/pledge/${slug}/`)],
  adulthood: ['/preparing-for-adulthood/', ...adulthood.map((slug) => `/preparing-for-adulthood/${slug}/`)],
  guides: ['/guides/', '/guides/help-now/'],
  words: ['/words/', '/words/ehc-plan/'],
  about: ['/about/', '/about/accessibility/', '/about/privacy/', '/about/contact/', '/about/pictures/', '/about/easy-read/'],
  gallery: ['/gallery/', ...values.map((slug) => `/gallery/${slug}/`)],
  progress: ['/progress/', ...workStreams.map((slug) => `/progress/work-streams/${slug}/`)],
};

describe.runIf(!process.env.CONTENT_DIR)('the addresses of our own content', () => {
  for (const [row, addresses] of Object.entries(rows))
    test(`${row} stands where bookmarks expect it, in both readings`, () =>
      expectNone(
        addresses
          .flatMap((address) => [address, `/easy-read${address}`])
          .filter((address) => !pageAt.has(address))
          .map((address) => `${address} is not built. The contract keeps this address: bring the page back.`),
      ));
});
