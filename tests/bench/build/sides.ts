/** Projects of other builders with the same pages, as small as they can be. Each is made in a folder of its own beside their packages. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../packages.ts';
import { plain, type MadeUp } from './made-up.ts';

const write = (project: string, file: string, text: string) => {
  mkdirSync(join(project, file, '..'), { recursive: true });
  writeFileSync(join(project, file), text);
};
const begun = (name: string) => mkdtempSync(packageFolder(`../${name}-`));
const astroCommand = (project: string, site: string) => ({
  cwd: project,
  command: [process.execPath, join(packageFolder('astro'), 'bin/astro.mjs'), 'build', '--outDir', site],
});
export interface Side {
  cwd: string;
  command: string[];
}

/** Astro with MDX and a layout of six lines: the limit for what we add. */
export function bareAstro(pages: readonly MadeUp[]): Side {
  const project = begun('bare');
  write(project, 'package.json', '{"type":"module","dependencies":{"astro":"*","@astrojs/mdx":"*"}}');
  write(
    project,
    'astro.config.mjs',
    `import mdx from '@astrojs/mdx';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ integrations: [mdx()], markdown: { syntaxHighlight: false } });\n`,
  );
  write(
    project,
    'src/content.config.ts',
    `import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\nexport const collections = { pages: defineCollection({ loader: glob({ base: './pages', pattern: '**/*.mdx' }) }) };\n`,
  );
  write(project, 'src/Part.astro', '<div><slot /></div>\n');
  write(
    project,
    'src/pages/[...page].astro',
    `---
import { getCollection, render } from 'astro:content';
import Part from '../Part.astro';
export const getStaticPaths = async () => (await getCollection('pages')).map((page) => ({ params: { page: page.id }, props: { page } }));
const { page } = Astro.props;
const { Content } = await render(page);
---
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{page.data.title}</title></head>
<body><main><h1>{page.data.title}</h1><Content components={{ Idea: Part, Do: Part, Note: Part, Stage: Part }} /></main></body></html>
`,
  );
  for (const { address, title, mdx } of pages) write(project, `pages/${address}.mdx`, `---\ntitle: ${JSON.stringify(title)}\n---\n${mdx}`);
  return astroCommand(project, join(project, 'dist'));
}

/** Starlight as it comes, its search turned off. */
export function starlight(pages: readonly MadeUp[]): Side {
  const project = begun('starlight');
  write(project, 'package.json', '{"type":"module","dependencies":{"astro":"*","@astrojs/starlight":"*"}}');
  write(
    project,
    'astro.config.mjs',
    `import starlight from '@astrojs/starlight';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ site: 'https://www.example.org', integrations: [starlight({ title: 'Local Offer', pagefind: false })] });\n`,
  );
  write(
    project,
    'src/content.config.ts',
    `import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
  );
  for (const { address, title, mdx } of pages)
    write(project, `src/content/docs/${address}.md`, `---\ntitle: ${JSON.stringify(title)}\n---\n${plain(mdx)}`);
  return astroCommand(project, join(project, 'dist'));
}

/** Eleventy with one layout. */
export function eleventy(pages: readonly MadeUp[]): Side {
  const project = begun('eleventy');
  write(project, 'package.json', '{"type":"module"}');
  write(
    project,
    'src/_includes/page.njk',
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main><h1>{{ title }}</h1>{{ content | safe }}</main></body></html>\n',
  );
  for (const { address, title, mdx } of pages)
    write(project, `src/${address}.md`, `---\ntitle: ${JSON.stringify(title)}\nlayout: page.njk\n---\n${plain(mdx)}`);
  return {
    cwd: project,
    command: [process.execPath, join(packageFolder('@11ty/eleventy'), 'cmd.cjs'), '--input=src', '--output=dist', '--quiet'],
  };
}
