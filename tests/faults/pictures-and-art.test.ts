/** Faults in pictures, shapes and artworks. */
import sharp from 'sharp';
import { testFaults } from './fault.ts';

const dictionary = 'pictures/pictures.yaml';
const artwork = 'gallery/a-long-bench/artwork.yaml';
const grey = { width: 1300, height: 1250, channels: 3, background: '#888' } as const;
const whole = await sharp({ create: { ...grey, noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
  .jpeg()
  .toBuffer();
const newPicture = (bytes: Uint8Array) => (content: { write(file: string, bytes: Uint8Array): void }) =>
  content.write('gallery/a-long-bench/picture.jpg', bytes);
const consent =
  'consent:\n  scope: [site]\n  givenOn: 2029-11-02\n  reviewBy: 2031-11-02\n  form: A drawer of the test, since nobody signed anything\n';

testFaults([
  {
    name: 'a picture file that is missing',
    make: (content) => content.remove('pictures/gate.svg'),
    file: dictionary,
    on: 'file: gate.svg',
    says: /"gate\.svg" for "gate"/,
    write: /Put it there, or mend the name/,
  },
  {
    name: 'two ideas with one picture',
    make: (content) => content.change(dictionary, 'file: gate.svg', 'file: hand.svg'),
    file: dictionary,
    says: /"hand" and "gate"/,
    write: /Choose another picture/,
  },
  {
    name: 'a picture of a set that is not listed',
    make: (content) => content.change(dictionary, 'shows: an open gate\n    set: westmere', 'shows: an open gate\n    set: westmear'),
    file: dictionary,
    on: 'westmear',
    says: /"westmear"/,
    write: /Add the set with its licence/,
  },
  {
    name: 'no picture for an idea that every site has',
    make: (content) =>
      content.change(
        dictionary,
        '  search:\n    means: you look for something\n    file: search.svg\n    shows: a looking glass\n    set: westmere\n',
        '',
      ),
    file: dictionary,
    says: /"search"/,
    write: /add|picture/i,
  },
  {
    name: 'a shape with a script in it',
    make: (content) => content.change('shapes/leaf.svg', '</svg>', '<script>alert(1)</script></svg>'),
    file: 'shapes/leaf.svg',
    says: /more than a cut shape/,
    write: /Keep one <svg viewBox/,
  },
  {
    name: 'a shape that does something when it is pressed',
    make: (content) => content.change('shapes/leaf.svg', '<path ', '<path onclick="alert(1)" '),
    file: 'shapes/leaf.svg',
    says: /more than a cut shape/,
    write: /Keep one <svg viewBox/,
  },
  {
    name: 'an artwork without alt text',
    make: (content) => content.write(artwork, content.read(artwork).replace(/^alt: .*\n/m, '')),
    file: artwork,
    says: /"alt"/,
    write: /Write what is seen, in 30 to 150 characters/,
  },
  {
    name: 'an artwork with too short an alt text',
    make: (content) => content.write(artwork, content.read(artwork).replace(/^alt: .*$/m, 'alt: A bench')),
    file: artwork,
    on: 'alt: A bench',
    says: /"alt"/,
    write: /Write what is seen, in 30 to 150 characters/,
  },
  {
    name: 'an artwork that is no stand-in and that nobody agreed to show',
    make: (content) => {
      content.change(artwork, 'standIn: true', 'standIn: false');
      content.change(artwork, consent, 'consent: null\n');
    },
    file: artwork,
    on: 'consent: null',
    says: /no consent/,
    write: /fill in "consent", or take the artwork away/,
  },
  {
    name: 'an artwork that does not say whether it is a stand-in',
    make: (content) => content.change(artwork, 'standIn: true\n', ''),
    file: artwork,
    says: /"standIn"/,
    write: /Write true when/,
  },
  {
    name: 'an artwork whose picture is not there',
    make: (content) => content.remove('gallery/a-long-bench/picture.jpg'),
    file: artwork,
    on: 'picture: picture.jpg',
    says: /"picture\.jpg"/,
    write: /Put it there/,
  },
  {
    name: 'an artwork of a value that does not exist',
    make: (content) => content.change(artwork, 'value: be-fair', 'value: be-fare'),
    file: artwork,
    on: 'be-fare',
    says: /"be-fare"/,
    write: /be-fair|content\/pledge/,
  },
  {
    name: 'an artwork of which half was lost',
    make: newPicture(whole.subarray(0, Math.floor(whole.length / 2))),
    file: artwork,
    on: 'picture: picture.jpg',
    says: /"picture\.jpg".*is damaged, or was not copied to its end/,
    write: /Make it with "npm run gallery -- add" and the scan/,
  },
  {
    name: 'an artwork that is no picture',
    make: newPicture(Buffer.from('These are words.')),
    file: artwork,
    on: 'picture: picture.jpg',
    says: /"picture\.jpg".*is no JPEG picture/,
    write: /Make it with "npm run gallery -- add" and the scan/,
  },
  {
    name: 'an artwork with nothing in it',
    make: newPicture(new Uint8Array()),
    file: artwork,
    says: /"picture\.jpg".*is no JPEG picture/,
    write: /Make it with "npm run gallery -- add" and the scan/,
  },
  {
    name: 'a consent for other sites and not for this one',
    make: (content) => content.change(artwork, 'scope: [site]', 'scope: [embeds]'),
    file: artwork,
    on: 'consent:',
    says: /not for "site"/,
    write: /Add site to "scope"/,
  },
  {
    name: 'a consent for a use that does not exist',
    make: (content) => content.change(artwork, 'scope: [site]', 'scope: [site, posters]'),
    file: artwork,
    says: /"consent/,
    write: /site.*embeds.*print.*reuse/,
  },
  {
    name: 'a consent that ends before it begins',
    make: (content) => content.change(artwork, 'reviewBy: 2031-11-02', 'reviewBy: 2028-11-02'),
    file: artwork,
    on: 'reviewBy: 2028-11-02',
    says: /ends before it begins/,
    write: /later than "givenOn"/,
  },
  {
    name: 'a licence that the family did not agree to',
    make: (content) => content.change(artwork, 'consent:', 'licence: http://creativecommons.org/licenses/by/4.0/\nconsent:'),
    file: artwork,
    on: 'licence:',
    says: /did not agree to "reuse"/,
    write: /Take "licence" out/,
  },
  {
    name: 'a licence that is no address',
    make: (content) => content.change(artwork, 'consent:', 'licence: CC BY\nconsent:'),
    file: artwork,
    on: 'licence:',
    says: /"licence"/,
    write: /creativecommons\.org/,
  },
  {
    name: 'words on the picture that the description does not say',
    make: (content) => content.change(artwork, 'written:\n', 'written:\n  - Mind the gap\n'),
    file: artwork,
    on: 'Mind the gap',
    says: /"Mind the gap" is written on it/,
    write: /into "description"/,
  },
  {
    name: 'a group of ages that could tell who it was',
    make: (content) => content.change(artwork, 'consent:', 'ageGroup: { from: 11, to: 12 }\nconsent:'),
    file: artwork,
    on: 'ageGroup',
    says: /"ageGroup/,
    write: /at least 2 years/,
  },
  {
    name: 'a sheet to colour in that says who drew it',
    make: (content) => {
      content.change(artwork, 'consent:', 'colouring: colouring.svg\nconsent:');
      content.write(
        'gallery/a-long-bench/colouring.svg',
        '<svg xmlns="http://www.w3.org/2000/svg"><title>By A. Child</title><path d="M0 0h9"/></svg>',
      );
    },
    file: artwork,
    on: 'colouring: colouring.svg',
    says: /may hold a name/,
    write: /plain/,
  },
  {
    name: 'a recording that is not there',
    make: (content) => content.change(artwork, 'consent:', 'audio: audio.mp3\nconsent:'),
    file: artwork,
    on: 'audio: audio.mp3',
    says: /audio "audio\.mp3".*not beside it/,
    write: /Put it there/,
  },
  {
    name: 'a sheet to colour in with a script in it',
    make: (content) => {
      content.change(artwork, 'consent:', 'colouring: colouring.svg\nconsent:');
      content.write('gallery/a-long-bench/colouring.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    },
    file: artwork,
    on: 'colouring: colouring.svg',
    says: /more than lines/,
    write: /plain/,
  },
]);
