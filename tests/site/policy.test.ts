/** The policy of every page: nothing runs and nothing dresses the page but what we built into it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { beforePaint } from '../../src/reading-help/before-paint.ts';
import { expectNone, onEach } from './check.ts';
import { filesLike, pathOf } from './files.ts';
import { allPages, elementsOf, type Page } from './pages.ts';
import { origin } from './place.ts';

/** A page for a frame on another website. */
const isEmbed = ({ address }: Page) => /^\/gallery\/(.*\/)?embed\/$/.test(address);

const metaOf = ({ $ }: Page) =>
  $('meta[http-equiv]').filter((_, meta) => /^content-security-policy$/i.test($(meta).attr('http-equiv') ?? ''));

/** The policy as its directives. */
function policyOf(page: Page): Map<string, string[]> {
  const parts = (metaOf(page).attr('content') ?? '').split(';').map((part) => part.trim().split(/\s+/));
  return new Map(parts.filter(([name]) => name).map(([name, ...values]) => [name!, values]));
}
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

onEach(allPages, 'every page has one policy, before anything that it rules', (page, say) => {
  const meta = metaOf(page);
  if (meta.length !== 1) return say(`has ${meta.length} policies. Have one <meta http-equiv="content-security-policy"> in <head>.`);
  for (const element of elementsOf(page.$)) {
    if (element === meta[0]) return;
    const loads =
      ['script', 'style'].includes(element.tagName) || (element.tagName === 'link' && /stylesheet|preload/.test(element.attribs.rel ?? ''));
    if (loads) return say(`has a <${element.tagName}> before its policy, which does not rule it. Move the policy up.`);
  }
});

onEach(allPages, 'the policy begins with nothing allowed and opens no door', (page, say) => {
  const policy = policyOf(page);
  if (policy.get('default-src')?.join() !== "'none'") say("has a policy without default-src 'none'.");
  for (const [name, values] of policy)
    for (const value of values) {
      // In a frame in a sandbox some browsers read 'self' as nobody, so these pages name our own site too.
      if (isEmbed(page) && ['img-src', 'font-src'].includes(name) && value === origin) continue;
      if (/^'unsafe-(inline|eval|hashes)'$|^\*|^https?:|^(data|blob):$/.test(value) && !(name === 'img-src' && value === 'data:'))
        say(`allows ${value} in ${name}. Take it out.`);
    }
  for (const name of ['base-uri', 'form-action', 'script-src', 'style-src'])
    if (!policy.has(name)) say(`has a policy that says nothing of ${name}.`);
});

onEach(allPages, 'every inline style and script is in the policy by its hash', (page, say) => {
  const policy = policyOf(page);
  for (const [selector, directive] of [
    ['style', 'style-src'],
    ['script:not([src])', 'script-src'],
  ] as const)
    for (const element of page.$(selector).toArray()) {
      const text = page.$(element).text();
      const isData = selector !== 'style' && /json/.test(element.attribs.type ?? '');
      if (!isData && !policy.get(directive)?.includes(hashOf(text)))
        say(`has a <${element.tagName}> that the policy does not know: "${text.trim().slice(0, 50)}…". Let the build hash it.`);
    }
});

onEach(allPages, 'the policy names nothing that the page does not carry', (page, say) => {
  const own = new Set([...page.$('style, script:not([src])').toArray()].map((element) => hashOf(page.$(element).text())));
  for (const [name, values] of policyOf(page))
    for (const value of values)
      if (value.startsWith("'sha256-") && !own.has(value)) say(`allows ${value} in ${name}, which is nothing of this page. Take it out.`);
});

/** They keep nothing on the device, and so have no choices to put in place. */
onEach(allPages.filter(isEmbed), 'a page for a frame on another website has no script before paint', ({ $, html }, say) => {
  if ($('script:not([type=module]), script[src]').length > 0) say('has a script that is not its own small module.');
  if (/localStorage|sessionStorage|cookie|indexedDB/.test(html)) say('names what is kept on a device.');
});

const others = allPages.filter((page) => !isEmbed(page));
onEach(others, 'one script runs before paint, and nothing before it', ({ $ }, say) => {
  // Modules wait until the page is read.
  const inline = $('script:not([src])').filter((_, script) => !/json|module/.test($(script).attr('type') ?? ''));
  if (inline.length !== 1 || inline.text() !== beforePaint)
    say(`has ${inline.length} inline scripts. Have the one of src/reading-help/before-paint.ts.`);
  if (inline.prevAll('script, style, link[rel=stylesheet]').length > 0)
    say('has a style or a script before the one that runs before paint.');
});

onEach(allPages, 'no element carries a style or a script of its own', ({ $ }, say) => {
  for (const element of elementsOf($))
    for (const [name, value] of Object.entries(element.attribs))
      if (name === 'style' || /^on[a-z]+$/.test(name) || /^\s*javascript:/i.test(value))
        say(`has <${element.tagName} ${name}="${value.slice(0, 40)}">. Put it into a style sheet or a script file.`);
});

test('no published drawing holds a script or fetches anything', () =>
  expectNone(
    filesLike(/\.svg$/)
      .filter((file) =>
        /<script|\son[a-z]+\s*=|<foreignObject|(?:href|src)\s*=\s*["'](?!#|data:image)/i.test(readFileSync(pathOf(file), 'utf8')),
      )
      .map((file) => `/${file} holds a script or a link. Keep shapes only.`),
  ));
