/** One address for each template, in each reading: where a check looks at a kind of page, not at its words. */
const standard = {
  home: '/',
  section: '/preparing-for-adulthood/',
  topic: '/preparing-for-adulthood/annual-health-check/',
  timeline: '/preparing-for-adulthood/timeline/',
  value: '/pledge/listen/',
  gallery: '/gallery/',
  artwork: '/gallery/listen/',
  strand: '/progress/work-streams/young-adults-18-to-25/',
  helpNow: '/guides/help-now/',
  words: '/words/',
  word: '/words/supported-internship/',
  aToZ: '/a-z/',
  search: '/search/',
};

export const templates: { template: string; address: string }[] = [
  ...Object.entries(standard).flatMap(([template, address]) => [
    { template, address },
    { template: `${template}, easy read`, address: `/easy-read${address}` },
  ]),
  { template: 'not found', address: '/404.html' },
];
