/** Faults in the words of the form of the pledge. The made-up council has no form, so each copy gets the page and the words of ours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../src/content-check/check.ts';
import { ContentCopy, project } from '../council/council.ts';
import { testFaults, type Fault } from './fault.ts';

const file = 'pledge/sign/form.yaml';
/** Its pictures are few; and names that only our content excepts from the easy rules are others here. */
const words = readFileSync(join(project, 'content', file), 'utf8')
  .replace(/picture: [a-z-]+/g, 'picture: hand')
  .replace(/easyRead: (Primary|Secondary) school/g, 'easyRead: School')
  .replace('easyRead: Childminder', 'easyRead: School');

function withForm(content: ContentCopy) {
  content.write('pledge/sign/topic.yaml', 'title: Sign\norder: 9\npicture: list\nsources: []\nlastChecked: 2026-11-23\n');
  const sentence = 'You can sign with your school or with your group. ';
  content.write(
    'pledge/sign/standard.mdx',
    `---\nsummary: "You can sign here with your school."\n---\n\n${`${sentence.repeat(3)}\n\n`.repeat(4)}`,
  );
  content.write(
    'pledge/sign/easy-read.mdx',
    '---\nsummary: You can sign here.\n---\n\n## What it is\n\n<Idea picture="hand">\nYou can sign.\n</Idea>\n',
  );
  content.write(file, words);
}
const form = (fault: Omit<Fault, 'make' | 'file'> & { from: string; to: string; file?: string }): Fault => ({
  file,
  ...fault,
  make: (content) => {
    withForm(content);
    content.change(file, fault.from, fault.to);
  },
});

test('a form with all its words has nothing to mend, and neither has a council without a form', async () => {
  using content = new ContentCopy();
  expect(await checkContent(content.folder)).toEqual([]);
  withForm(content);
  expect(await checkContent(content.folder)).toEqual([]);
});

testFaults([
  form({
    name: 'a kind of setting that is left out',
    from: '  special: { standard: Special school, easyRead: Special school }\n',
    to: '',
    on: 'kinds:',
    says: /needs the field "kinds.special"/,
    write: /what the kind of setting "special" is called/,
  }),
  form({
    name: 'a kind of setting that the form does not know',
    from: '  special: {',
    to: '  specialist: { standard: Clinic, easyRead: Clinic }\n  special: {',
    on: 'specialist',
    says: /"kinds.specialist", which is not known/,
    write: /Take it out/,
  }),
  form({
    name: 'a problem without words for it',
    from: '  kind-missing: { standard: Select what kind of setting it is, easyRead: Choose what kind of place it is. }\n',
    to: '',
    on: 'errors:',
    says: /needs the field "errors.kind-missing"/,
    write: /what the form says to the problem "kind-missing"/,
  }),
  form({
    name: 'a question without its easy words',
    from: 'label: { standard: Your role, easyRead: What do you do there? }',
    to: 'label: { standard: Your role }',
    on: 'label: { standard: Your role }',
    says: /needs the field "fields.role.label.easyRead"/,
    write: /the words of easy read/,
  }),
  form({
    name: 'a field with a name that is nearly right',
    from: 'label: { standard: Your role',
    to: 'lable: { standard: Your role',
    on: 'lable:',
    says: /"fields.role.lable", which is not known/,
    write: /mend its spelling/,
    also: /needs the field "fields.role.label"/,
  }),
  form({
    name: 'a hard word in an easy hint',
    from: 'easyRead: Everyone will see this name.',
    to: 'easyRead: Everyone will see this designation.',
    on: 'designation',
    says: /designation/,
    write: /everyday word/,
  }),
  form({
    name: 'a standard sentence that is too long',
    from: 'standard: We need them to check with your setting that it wants to sign.',
    to: `standard: We need them ${'and '.repeat(3)}we use them so that a person who works for the people who run this site can at some time later check with your setting that it wants to sign.`,
    on: 'at some time later',
    says: /words/,
    write: /25/,
  }),
  form({
    name: 'a picture that does not exist',
    from: 'picture: hand',
    to: 'picture: hands',
    on: 'picture: hands',
    says: /"hands", which is not in/,
    write: /Near it: hand\b/,
  }),
  form({
    name: 'a number that nothing fills, where there are others',
    from: '{rejectedDays} days."\n    easyRead',
    to: '{rejectDays} days."\n    easyRead',
    on: '{rejectDays}',
    says: /\{rejectDays\}/,
    write: /Near it: rejectedDays/,
  }),
  form({
    name: 'a number where none can stand',
    from: 'standard: We publish this., easyRead',
    to: 'standard: "We publish this {most} times.", easyRead',
    on: '{most} times',
    says: /\{most\}/,
    write: /Write the words out/,
  }),
  form({
    name: 'three easy sentences beside one picture',
    from: 'easyRead: You fill in this form for your school or group.',
    to: 'easyRead: You fill in this form. It is short. You can stop.',
    on: 'It is short',
    says: /3 easy sentences/,
    write: /one or two/,
  }),
  form({
    name: 'a file that is no YAML',
    from: 'kinds:\n',
    to: 'kinds:\n\t- x\n',
    on: '\t- x',
    says: /tab/,
    write: /use spaces/,
  }),
  {
    name: 'the page of the form without its words',
    make: (content) => {
      withForm(content);
      content.remove(file);
    },
    file,
    says: /is missing/,
    write: /copy it/,
  },
  {
    name: 'the words of the form without its page',
    make: (content) => content.write(file, words),
    file,
    says: /no topic.yaml/,
    write: /add them, or take the folder away/,
  },
  {
    name: 'a page below the form, where the site has its own',
    make: (content) => {
      withForm(content);
      for (const name of ['topic.yaml', 'standard.mdx', 'easy-read.mdx'])
        content.write(`pledge/sign/done/${name}`, content.read(`pledge/sign/${name}`));
    },
    file: 'pledge/sign/done/topic.yaml',
    says: /\/pledge\/sign\/done\//,
    write: /another name/,
  },
  {
    name: 'an artwork that shows the form as if it were a value',
    make: (content) => {
      withForm(content);
      content.change('gallery/the-open-gate/artwork.yaml', 'value: be-open', 'value: sign');
    },
    file: 'gallery/the-open-gate/artwork.yaml',
    on: 'value: sign',
    says: /names the value "sign"/,
    write: /content\/pledge/,
  },
]);
