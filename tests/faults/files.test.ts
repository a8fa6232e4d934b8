/** Faults in the names of files and folders, and pages that have the address of something else. */
import type { ContentCopy } from '../council/council.ts';
import { testFaults, type Fault } from './fault.ts';

const rename = (content: ContentCopy, from: string, to: string) => {
  content.write(to, content.read(from));
  content.remove(from);
};
/** A page like "about", in another folder. */
const newPage = (content: ContentCopy, id: string) => {
  for (const name of ['topic.yaml', 'standard.mdx', 'easy-read.mdx']) content.write(`${id}/${name}`, content.read(`about/${name}`));
};

const misnamed: Fault[] = (
  [
    ['about/topic.yaml', 'about/topic.yml'],
    ['about/topic.yaml', 'about/Topic.yaml'],
    ['about/topic.yaml', 'about/topic.YAML'],
    ['about/topic.yaml', 'about/topic.yaml.txt'],
    ['about/standard.mdx', 'about/standard.md'],
    ['about/standard.mdx', 'about/Standard.mdx'],
    ['about/easy-read.mdx', 'about/easyread.mdx'],
    ['about/easy-read.mdx', 'about/easy_read.md'],
    ['words/send.yaml', 'words/send.yml'],
    ['sources/westmere-plan.yaml', 'sources/westmere-plan.YML'],
    ['gallery/a-long-bench/artwork.yaml', 'gallery/a-long-bench/Artwork.yaml'],
    ['local-offer.yaml', 'local-offer.yml'],
    ['pictures/pictures.yaml', 'pictures/pictures.YAML'],
  ] as const
).map(([from, to]) => ({
  name: `${to} in place of ${from}`,
  make: (content) => rename(content, from, to),
  file: to,
  says: /not read, because of its name/,
  write: new RegExp(`Rename it to ${from.split('/').at(-1)!.replace('.', '\\.')}\\.`),
}));

const badNames: Fault[] = [
  {
    name: 'a folder with a capital and a space',
    make: (content) => newPage(content, 'Short Breaks'),
    file: 'Short Breaks/topic.yaml',
    says: /folder "Short Breaks"/,
    write: /small letters, figures and hyphens, as "short-breaks"/,
  },
  {
    name: 'a folder with an underscore, and a page in it',
    make: (content) => ['short_breaks', 'short_breaks/one'].forEach((id) => newPage(content, id)),
    file: 'short_breaks/topic.yaml',
    says: /folder "short_breaks"/,
    write: /as "short-breaks"/,
  },
  {
    name: 'a word with a space in its file',
    make: (content) => content.write('words/Respite Care.yaml', content.read('words/key-worker.yaml')),
    file: 'words/Respite Care.yaml',
    says: /name "Respite Care"/,
    write: /as "respite-care"/,
  },
  {
    name: 'a source with an accent in its file',
    make: (content) => content.write('sources/café.yaml', content.read('sources/westmere-plan.yaml')),
    file: 'sources/café.yaml',
    says: /name "café"/,
    write: /as "cafe"/,
  },
  {
    name: 'an artwork in a folder with a capital',
    make: (content) => {
      for (const name of ['artwork.yaml', 'picture.jpg']) content.copy(`gallery/a-long-bench/${name}`, `gallery/Bench/${name}`);
    },
    file: 'gallery/Bench/artwork.yaml',
    says: /folder "Bench"/,
    write: /as "bench"/,
  },
  {
    name: 'a picture whose idea has a capital',
    make: (content) =>
      content.write(
        'pictures/pictures.yaml',
        `${content.read('pictures/pictures.yaml')}  Open Gate:\n    means: a gate\n    file: gate.svg\n    shows: a gate\n    set: westmere\n`,
      ),
    file: 'pictures/pictures.yaml',
    on: 'Open Gate',
    says: /"Open Gate"/,
    write: /as "open-gate"/,
  },
  {
    name: 'a topic in no folder',
    make: (content) => newPage(content, '.'),
    file: './topic.yaml',
    says: /in no folder/,
    write: /content\/home\//,
  },
];

const clashes: Fault[] = ['search', 'a-z', '404', 'easy-read', 'paper', 'iiif', 'pictures', 'social', 'pagefind', 'authors']
  .concat(
    'words/send',
    'gallery/a-long-bench',
    'pledge/sign/done',
    'pledge/signed/one',
    'gallery/embed',
    'gallery/screen',
    'gallery/share/one',
  )
  .map((id) => ({
    name: `a page with the address /${id}/`,
    make: (content) => newPage(content, id),
    file: `${id}/topic.yaml`,
    says: new RegExp(`address /${id}/, where the site has`),
    write: /Give its folder another name, as "/,
  }));

testFaults([
  ...misnamed,
  ...badNames,
  ...clashes,
  {
    name: 'an artwork with the address of the big screen',
    make: (content) => {
      for (const name of ['artwork.yaml', 'picture.jpg']) content.copy(`gallery/a-long-bench/${name}`, `gallery/screen/${name}`);
    },
    file: 'gallery/screen/artwork.yaml',
    says: /address \/gallery\/screen\//,
    write: /Give its folder another name/,
  },
  {
    name: 'a topic.yml beside topic.yaml',
    make: (content) => content.write('about/topic.yml', content.read('about/topic.yaml')),
    file: 'about/topic.yml',
    says: /not read/,
    write: /take one of them away/,
  },
]);
