/** Every page is valid HTML, so that every browser and screen reader builds the same page of it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { onEach } from './check.ts';
import { allPages, folder, type Page } from './pages.ts';

const rules = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The site's name and place stand in every title, since a tab or a bookmark shows nothing else.
    'long-title': 'off',
    // Safari's VoiceOver no longer calls a list a list where a style takes its marks away, so lists without marks say that they are one.
    'no-redundant-role': ['error', { exclude: ['list'] }],
    // Headings make their own ids, and a heading may begin with a figure. HTML allows it; only CSS would need an escape.
    'valid-id': ['error', { relaxed: true }],
    // Scripts are our own and come from our own host (a check of the policy holds that), so a hash guards nothing.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
} satisfies ConfigData;

/** A page that the service fills in holds all that may stand in it, and waits for words and addresses; what it then is, a browser looks at. */
const unfilled = {
  'heading-level': 'off',
  'unique-landmark': 'off',
  'wcag/h30': 'off',
  'attribute-misuse': 'off',
  'empty-heading': 'off',
  'no-trailing-whitespace': 'off',
  // Boxes to tick may share a name: each that is ticked is sent.
  'form-dup-name': 'off',
} satisfies ConfigData['rules'];

const holds = (given: ConfigData) => {
  const validator = new HtmlValidate(given);
  return ({ html, address }: Pick<Page, 'address' | 'html'>, say: (problem: string) => void) => {
    for (const { messages } of validator.validateStringSync(html, address).results)
      for (const { message, ruleId, line, column } of messages) say(`${line}:${column} ${message} (html-validate: ${ruleId})`);
  };
};

const templates = globSync('**/*.html', { cwd: `${folder}.service` }).map((file) => ({
  address: `service/${file}`,
  html: readFileSync(join(`${folder}.service`, file), 'utf8'),
}));

onEach(allPages, 'every page is valid HTML', holds(rules));
onEach(templates, 'every page that the service fills in is valid HTML', holds({ ...rules, rules: { ...rules.rules, ...unfilled } }));
