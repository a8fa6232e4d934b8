/**
 * Makes each page its own. Its policy goes to the front of its head: Astro writes it after the style of the letters, and a
 * policy in a meta element rules only what stands behind it. Its style sheet keeps the rules of what it shows. And its policy
 * keeps the hashes of what it carries: Astro allows on each page what any page of the site carries, which is looser, and
 * 900 bytes more to send.
 */
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ownStylesOf } from './own-styles.ts';

const policy = /<meta http-equiv="content-security-policy"[^>]*>/i;
const front = /<head><meta charset="utf-8">/;

const hashes = new Map<string, string>();
/** Most pages carry the same few styles, so each is hashed once. */
function hashOf(text: string): string {
  const hash = hashes.get(text) ?? `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  hashes.set(text, hash);
  return hash;
}
const inline = /<(style|script)\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/g;

/** @returns the page with its own styles alone; those that Astro has hashed stay allowed */
function stylesFirst(html: string): string {
  const allowed = policy.exec(html)?.[0] ?? '';
  const marks = new Set(html.slice(html.indexOf('<body')).match(/data-astro-cid-\w+/g));
  let page = html;
  for (const [element, tag, text = ''] of html.matchAll(inline)) {
    const own = tag === 'style' && allowed.includes(hashOf(text)) ? ownStylesOf(text, marks) : text;
    if (own !== text) page = page.replace(element, () => element.replace(text, () => own)).replace(hashOf(text), () => hashOf(own));
  }
  return page;
}

/** A policy without the hashes of what the page does not carry. */
function ownPolicy(meta: string, html: string): string {
  const own = new Set([...html.matchAll(inline)].map(([, , text]) => hashOf(text!)));
  return meta.replace(/ ('sha256-[^']+')/g, (words, hash: string) => (own.has(hash) ? words : ''));
}

/** @returns the page with its policy behind the charset, which must stand in the first 1,024 bytes */
function policyFirst(html: string): string {
  const meta = policy.exec(html)?.[0];
  return meta && front.test(html) ? html.replace(meta, '').replace(front, (start) => start + ownPolicy(meta, html)) : html;
}

export function policyInFront(): AstroIntegration {
  return {
    name: 'policy-in-front',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          await writeFile(path, policyFirst(stylesFirst(await readFile(path, 'utf8'))));
        }
      },
    },
  };
}
