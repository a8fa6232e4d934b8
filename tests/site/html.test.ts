/** Every page is valid HTML, so that every browser and screen reader builds the same page of it. */
import { HtmlValidate } from 'html-validate';
import { onEach } from './check.ts';
import { allPages } from './pages.ts';

const validator = new HtmlValidate({
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
});

onEach(allPages, 'every page is valid HTML', ({ html, address }, say) => {
  for (const { messages } of validator.validateStringSync(html, address).results)
    for (const { message, ruleId, line, column } of messages) say(`${line}:${column} ${message} (html-validate: ${ruleId})`);
});
