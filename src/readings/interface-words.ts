/** The words of menus, buttons and labels, in both readings. Nothing here names an area or counts its topics. */
import type { Reading } from './reading.ts';

const words = {
  skip: ['Skip to the main content', 'Go to the main words'],
  menu: ['Menu', 'Menu'],
  mainMenu: ['Main menu', 'Main menu'],
  home: ['Home', 'Start'],
  search: ['Search', 'Search'],
  searchFor: ['Search for', 'What do you want to find?'],
  aToZ: ['A to Z', 'A to Z list'],
  aToZSummary: ['Every page and every word of this site, in the order of the alphabet.', 'This is a list of all pages and words.'],
  helpNow: ['Help now', 'Help now'],
  toEasyRead: ['Read this page in easy read', 'Read this page in easy read'],
  toStandard: ['Read the full page', 'Read the full page'],
  youAreHere: ['You are here', 'You are here'],
  inThisSection: ['In this section', 'More pages'],
  related: ['Related pages', 'Read more'],
  sources: ['Where this comes from', 'Where this comes from'],
  lastChecked: ['Last checked', 'We checked this page on'],
  asReported: ['As reported in', 'This is from'],
  asReportedNote: [
    'This page tells what was said then. Things have changed since, and it is not current policy.',
    'Things may not be the same now.',
  ],
  status: ['Status', 'How it was going'],
  notFilledIn: ['Not filled in yet', 'We do not know this yet'],
  standIn: ['Stand-in', 'Stand-in'],
  footMenu: ['About this site', 'About this site'],
  moreHelpNow: ['More ways to get help now', 'More help now'],
  phoneOrText: ['Phone or text now', 'Phone or text now'],
  numbersChecked: ['The numbers were last checked on', 'We checked these numbers on'],
  whoCanHelp: ['Who can help', 'Who can help'],
  ownLocalOffers: ['The official Local Offers', 'The sites of the councils'],
  allWords: ['All words', 'All words'],
  otherNames: ['Also called', 'Other names'],
  example: ['For example', 'For example'],
  wordMeans: ['what it means', 'what it means'],
  wordNote: ['What does this word mean?', 'What does this word mean?'],
  artworkNext: ['Next', 'Next picture'],
  artworkPrevious: ['Previous', 'The picture before'],
  artworkAll: ['All artworks', 'All pictures'],
  artworkLarge: ['See the picture alone and large', 'See the big picture'],
  whatYouSee: ['What you can see', 'What you can see'],
  questionToTalkAbout: ['A question to talk about', 'A question to talk about'],
  itsValue: ['The value that it shows', 'What it is about'],
  theArtwork: ['artwork', 'picture'],
  byText: ['by text', 'by text'],
  seeArtwork: ['See the artwork', 'See the picture'],
  standInNote: [
    'Stand-in: we drew it for this project. We do not have the artworks by young people.',
    'We made this picture for this site.',
  ],
  noScriptSearch: [
    'Search needs JavaScript, which is off in your browser. The A to Z lists every page.',
    'The search does not work here. You can use the A to Z list.',
  ],
  searchButton: ['Search', 'Search'],
  searchHint: ['Use your own words, for example "help at college" or "doctor".', 'You can type one word or more.'],
  searchNothing: [
    'Nothing found. Try fewer or other words, look in the A to Z, or see who can help.',
    'We found no page. Try another word, or ask a person.',
  ],
  searching: ['Searching …', 'Please wait.'],
  searchFailed: ['The search could not start. The A to Z lists every page.', 'The search does not work now. You can use the A to Z list.'],
  footNotChecked: ['', 'Young people have not checked this page yet.'],
  alphabet: ['Go to a letter', 'Go to a letter'],
} as const satisfies Record<string, readonly [standard: string, easyRead: string]>;

export type InterfaceWord = keyof typeof words;

/** The words for one reading: `say('menu')`. */
export const wordsFor = (reading: Reading) => (name: InterfaceWord) => words[name][reading === 'standard' ? 0 : 1];

/** What a status is called, and the sign beside it, so that colour is never the only sign. */
export const statusWords = {
  'not-started': { standard: 'Not started', easyRead: 'Not started', sign: '○' },
  'on-track': { standard: 'On track', easyRead: 'On track', sign: '▲' },
  'needs-attention': { standard: 'Needs attention', easyRead: 'Needs more work', sign: '!' },
  late: { standard: 'Late', easyRead: 'Late', sign: '◆' },
  done: { standard: 'Done', easyRead: 'Done', sign: '✓' },
} as const;
