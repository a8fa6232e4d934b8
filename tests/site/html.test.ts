/** Every page is valid HTML, so that every browser and screen reader builds the same page of it. */
import { HtmlValidate } from 'html-validate';
import { onEach } from './check.ts';
import { allPages } from './pages.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
  },
});

onEach(allPages, 'every page is valid HTML', ({ html, address }, say) => {
  for (const { messages } of validator.validateStringSync(html, address).results)
    for (const { message, ruleId, line, column } of messages) say(`${line}:${column} ${message} (html-validate: ${ruleId})`);
});
