/**
 * `npm run new -- guides/short-breaks "Short breaks"`: a topic from a template, both readings, in the folder of that name.
 * What an author must write stands in it as "Write here", which the content check refuses until it is replaced.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { contentDir } from './content-dir.ts';
import { readToday, SettingError } from '../settings.ts';
import { isName } from './names.ts';

const [id, title] = process.argv.slice(2);

/** A setting that cannot be used ends the command with its sentence alone. */
function dayOrStop(): string {
  try {
    return readToday();
  } catch (error) {
    if (error instanceof SettingError) return stop(error.message);
    throw error;
  }
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (!id || !title) stop('Say where and what: npm run new -- guides/short-breaks "Short breaks"');
if (!id.split('/').every(isName)) stop(`"${id}" cannot be an address. Use small letters, figures and hyphens, as guides/short-breaks.`);
const folder = join(contentDir(), id);
if (existsSync(folder)) stop(`${relative(process.cwd(), folder)} exists already. Choose another name, or edit what is there.`);
if (id.includes('/') && !existsSync(join(dirname(folder), 'topic.yaml')))
  stop(`There is no page ${dirname(id)} to put it under. Begin with: npm run new -- ${dirname(id)} "…"`);

const today = dayOrStop();
/** An update begins with the date in its folder's name; a strand of a plan has a record beside its page. */
const updated = /^progress\/updates\/(\d{4}-\d{2}(?:-\d{2})?)-/.exec(id)?.[1];
const ofUpdate = updated ? `on: ${updated}\nstrands:\n  - Write here\n` : '';
const isStrand = existsSync(join(dirname(folder), 'plan.yaml'));
const record = `# Only ever add to it: a new status goes under the old one. CONTRIBUTING.md says what each part holds.
accountable:
  - on: ${today}
    source: { source: Write here }
    role: null
unknown:
  - standard: Write here what is not known yet.
    easyRead: Write here what we do not know.
    picture: question
`;
const files = {
  'topic.yaml': `title: ${JSON.stringify(title)}
order: 50
picture: information
sources: []
lastChecked: ${today}
${ofUpdate}`,
  ...(isStrand ? { 'record.yaml': record } : {}),
  'standard.mdx': `---
summary: Write here one sentence that answers the question of the page.
---

Write here what the reader needs first.

## Write here what happens, step by step

1. Write here the first step.
2. Write here the second step.

<Do title="What you can do">

- Write here one thing to do.

</Do>
`,
  'easy-read.mdx': `---
summary: Write here one short sentence.
---

<Idea picture="information">
Write here one short sentence.
</Idea>

## Things to do

<Idea picture="ask">
Write here what you can do.
</Idea>
`,
};
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) {
  writeFileSync(join(folder, name), text);
  console.log(relative(process.cwd(), join(folder, name)));
}
console.log('Replace all that says "Write here". Then: npm run check');
