/** The same words as other makers of pages would publish them, each as its own documents tell to. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foreign, packageFolder } from '../packages.ts';
import { htmlOf, type Words } from './words.ts';

interface Nunjucks {
  default: { configure(paths: string[], options: object): { renderString(text: string, values: object): string } };
}

/** The limit: what the words themselves weigh. */
export const barePage = (words: Words): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${words.title}</title></head><body><main><h1>${words.title}</h1>\n${htmlOf(words)}</main></body></html>\n`;

/** Writes pages with the page template, the style sheet and the script of a design system. @param site where its files go */
async function withDesignSystem(kind: 'govuk' | 'nhsuk', site: string, pages: ReadonlyMap<string, Words>): Promise<void> {
  const dist = join(packageFolder(`${kind}-frontend`), 'dist');
  const nunjucks = (await foreign<Nunjucks>('nunjucks')).default.configure([dist, join(dist, kind)], { autoescape: true });
  const names: Record<string, string> = { h2: 'heading-m', h3: 'heading-s', p: 'body', ul: 'list', a: 'link' };
  const classOf = (tag: string) =>
    kind === 'nhsuk' && tag === 'p' ? '' : names[tag] ? `${kind}-${names[tag]}${tag === 'ul' ? ` ${kind}-list--bullet` : ''}` : '';
  const script = `<script type="module">import { initAll } from '/${kind}-frontend.min.js'\ninitAll()</script>`;
  mkdirSync(site, { recursive: true });
  for (const file of [`${kind}-frontend.min.css`, `${kind}-frontend.min.js`]) cpSync(join(dist, kind, file), join(site, file));
  cpSync(join(dist, kind, 'assets'), join(site, 'assets'), { recursive: true });
  for (const [address, words] of pages) {
    const page = nunjucks.renderString(
      `{% extends "${kind}/template.njk" %}{% block pageTitle %}{{ title }}{% endblock %}` +
        `{% block head %}<link rel="stylesheet" href="/${kind}-frontend.min.css">{% endblock %}` +
        `{% block content %}<h1 class="${kind}-heading-l">{{ title }}</h1>{{ words | safe }}{% endblock %}` +
        `{% block bodyEnd %}${script}{% endblock %}`,
      { title: words.title, words: htmlOf(words, classOf) },
    );
    mkdirSync(join(site, address), { recursive: true });
    writeFileSync(join(site, address, 'index.html'), page);
  }
}

const astroConfig = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ site: 'https://www.example.org', integrations: [starlight({ title: 'Local Offer' })] });
`;
const collections = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Builds a Starlight site as it comes, with these pages. */
function withStarlight(site: string, pages: ReadonlyMap<string, Words>): void {
  // Beside its packages: Astro finds no components behind a link.
  const project = mkdtempSync(packageFolder('../starlight-'));
  try {
    // Astro reads here which packages hold components.
    writeFileSync(join(project, 'package.json'), '{"type":"module","dependencies":{"astro":"*","@astrojs/starlight":"*"}}');
    writeFileSync(join(project, 'astro.config.mjs'), astroConfig);
    mkdirSync(join(project, 'src/content/docs'), { recursive: true });
    writeFileSync(join(project, 'src/content.config.ts'), collections);
    for (const [address, words] of pages) {
      const file = join(project, 'src/content/docs', `${address.replaceAll('/', ' ').trim().replaceAll(' ', '/')}.md`);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, `---\ntitle: ${JSON.stringify(words.title)}\n---\n\n${htmlOf(words)}\n`);
    }
    const astro = join(packageFolder('astro'), 'bin/astro.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [astro, 'build', '--outDir', site], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    if (status !== 0) throw new Error(`Starlight could not be built: ${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** @param root a folder for all sides @returns the folder of each side by its name */
export async function makeOthers(root: string, pages: ReadonlyMap<string, Words>): Promise<Record<string, string>> {
  const bare = join(root, 'bare');
  for (const [address, words] of pages) {
    mkdirSync(join(bare, address), { recursive: true });
    writeFileSync(join(bare, address, 'index.html'), barePage(words));
  }
  for (const kind of ['govuk', 'nhsuk'] as const) await withDesignSystem(kind, join(root, kind), pages);
  withStarlight(join(root, 'starlight'), pages);
  for (const address of pages.keys())
    if (!existsSync(join(root, 'starlight', address, 'index.html'))) throw new Error(`Starlight made no page for ${address}`);
  return {
    'bare HTML': bare,
    Starlight: join(root, 'starlight'),
    'GOV.UK Frontend': join(root, 'govuk'),
    'NHS frontend': join(root, 'nhsuk'),
  };
}
