/** Faults in pictures, shapes and artworks. */
import sharp from 'sharp';
import { testFaults } from './fault.ts';

const dictionary = 'pictures/pictures.yaml';
const artwork = 'gallery/a-long-bench/artwork.yaml';
const grey = { width: 300, height: 200, channels: 3, background: '#888' } as const;
const whole = await sharp({ create: { ...grey, noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
  .png()
  .toBuffer();
const newPicture =
  (bytes: Uint8Array) =>
  (content: { change(file: string, from: string, to: string): void; write(file: string, bytes: Uint8Array): void }) => {
    content.change(artwork, 'picture: picture.svg', 'picture: picture.png');
    content.write('gallery/a-long-bench/picture.png', bytes);
  };

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
    make: (content) => content.change(artwork, 'standIn: true', 'standIn: false'),
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
    make: (content) => content.remove('gallery/a-long-bench/picture.svg'),
    file: artwork,
    on: 'picture: picture.svg',
    says: /"picture\.svg"/,
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
    make: newPicture(whole.subarray(0, whole.length / 2)),
    file: artwork,
    on: 'picture: picture.png',
    says: /"picture\.png".*cannot be read|damaged/,
    write: /Save it again|Put/,
  },
  {
    name: 'an artwork that is no picture',
    make: newPicture(Buffer.from('These are words.')),
    file: artwork,
    says: /"picture\.png".*cannot be read|damaged|no picture/,
    write: /Save it again|Put/,
  },
  {
    name: 'an artwork with nothing in it',
    make: newPicture(new Uint8Array()),
    file: artwork,
    says: /"picture\.png".*cannot be read|damaged|empty/,
    write: /Save it again|Put/,
  },
]);
