/** Faults in the facts of the Local Offer, and content of which whole parts are missing. */
import { mkdirSync } from 'node:fs';
import { testFaults } from './fault.ts';

const offer = 'local-offer.yaml';
const emptied = (content: { remove(path: string): void; folder: string }) => {
  content.remove('.');
  mkdirSync(content.folder);
};
const missing = /is missing/;

testFaults([
  { name: 'no local-offer.yaml', make: (content) => content.remove(offer), file: offer, says: missing, write: /copy it/ },
  {
    name: 'no pictures.yaml',
    make: (content) => content.remove('pictures/pictures.yaml'),
    file: 'pictures/pictures.yaml',
    says: missing,
    write: /copy it/,
  },
  {
    name: 'no home page',
    make: (content) => content.remove('home'),
    file: 'home/topic.yaml',
    says: missing,
    write: /home page|copy it|write/i,
    also: /"home"|"\/"/,
  },
  { name: 'an empty folder: says that the facts are missing', make: emptied, file: offer, says: missing, write: /copy it/, also: missing },
  {
    name: 'an empty folder: says that the home page is missing',
    make: emptied,
    file: 'home/topic.yaml',
    says: missing,
    write: /home page|copy it|write/i,
    also: missing,
  },
  {
    name: 'a folder that does not exist',
    make: (content) => content.remove('.'),
    file: offer,
    says: missing,
    write: /copy it|CONTENT_DIR/,
    also: missing,
  },
  {
    name: 'a menu with a page that does not exist',
    make: (content) => content.change(offer, 'menu: [our-plan,', 'menu: [our-plans,'),
    file: offer,
    on: 'our-plans',
    says: /"our-plans"/,
    write: /our-plan\b/,
  },
  {
    name: 'a foot with a page that does not exist',
    make: (content) => content.change(offer, 'foot: [about,', 'foot: [abut,'),
    file: offer,
    on: 'abut',
    says: /"abut"/,
    write: /about/,
  },
  {
    name: 'a page of help that does not exist',
    make: (content) => content.change(offer, 'page: help-now', 'page: help-nou'),
    file: offer,
    on: 'help-nou',
    says: /"help-nou"/,
    write: /help-now/,
  },
  {
    name: 'a way to get help with a picture that nobody has',
    make: (content) => content.change(offer, 'picture: talk', 'picture: tolk'),
    file: offer,
    on: 'tolk',
    says: /"tolk"/,
    write: /talk/,
  },
  {
    name: 'a last Idea with a picture that nobody has',
    make: (content) => content.change(offer, 'picture: hand', 'picture: hend'),
    file: offer,
    on: 'hend',
    says: /"hend"/,
    write: /hand/,
  },
  {
    name: 'a blank without a name',
    make: (content) => content.write(offer, content.read(offer).replace(/^ {2}contact\.address: .*\n/m, '')),
    file: offer,
    on: '  address: null',
    says: /contact\.address/,
    write: /blankNames/,
  },
  {
    name: 'a number that is not written as a text',
    make: (content) => content.change(offer, '  telephone: 01632 960100', '  telephone: 999'),
    file: offer,
    on: 'telephone: 999',
    says: /"contact\.telephone"/,
    write: /quotes|Write/,
  },
  {
    name: 'a facts file without the name of the place',
    make: (content) => content.change(offer, 'place: Westmere\n', ''),
    file: offer,
    says: /"place"/,
    write: /Write the area that it is for/,
  },
  {
    name: 'a facts file that cannot be parsed',
    make: (content) => content.change(offer, 'place: Westmere', 'place: Westmere: a town'),
    file: offer,
    on: 'place: Westmere:',
    says: /cannot be read/,
    write: /quotes/,
  },
]);
