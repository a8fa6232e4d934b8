// Wires the site together; every rule of it stands in the room that it belongs to.
import { createHash } from 'node:crypto';
import { readFileSync, globSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { parse } from 'yaml';
import { contentCheck } from './src/content.build.ts';
import { galleryFiles } from './src/gallery/publish.build.ts';
import { screenWorker } from './src/gallery/screen/worker.build.ts';
import { withArtworkPicture } from './src/gallery/sitemap-pictures.ts';
import { beforePaint } from './src/reading-help/before-paint.ts';
import { paper } from './src/paper/paper.build.ts';
import { withPaper } from './src/paper/place.ts';
import { saysOf } from './src/reading-help/speech-says.build.ts';
import { contentDir } from './src/readings/content-dir.ts';
import { hasTwin } from './src/readings/reading.ts';
import { searchIndex } from './src/search/index.build.ts';
import { policyInFront } from './src/server/policy-first.build.ts';
import { staticHost } from './src/server/static-host.build.ts';
import { templates } from './src/server/templates.build.ts';
import { compression } from './src/server/compression.build.ts';
import { readSettings, SettingError } from './src/settings.ts';
import { hueStyles } from './src/styles/hues.ts';

const { siteUrl, base, host, port, embedOrigins } = settingsOrStop();

/** A setting that cannot be used ends the build with its sentence alone. */
function settingsOrStop() {
  try {
    return readSettings();
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
}

/** Pages in both readings; not the templates, which nobody can open. */
const isListed = (address) => hasTwin(address) && !/^\/(easy-read\/)?service\//.test(address);

/** The colours that topics ask for, as one small style sheet that Astro inlines and hashes like any other. */
const hues = {
  name: 'hues',
  resolveId: (id) => (id === 'virtual:hues.css' ? '\0hues.css' : undefined),
  load: (id) => {
    if (id !== '\0hues.css') return undefined;
    const topics = globSync('**/topic.yaml', { cwd: contentDir() }).map((file) => parse(readFileSync(`${contentDir()}/${file}`, 'utf8')));
    return hueStyles(topics.map((topic) => topic?.colour).filter((colour) => typeof colour === 'number'));
  },
};

/** How the words of the glossary are said, for the voice that reads aloud: no page carries more of them than this. */
const says = {
  name: 'says',
  resolveId: (id) => (id === 'virtual:says' ? '\0says' : undefined),
  load: (id) => {
    if (id !== '\0says') return undefined;
    const words = globSync('words/*.yaml', { cwd: contentDir() }).map((file) => parse(readFileSync(`${contentDir()}/${file}`, 'utf8')));
    return `export default ${JSON.stringify(saysOf(words))}`;
  },
};

/** A page asks for a module when it is needed. Vite's helper that fetches ahead what such a module needs is dear on small pages. */
const nothingAhead = {
  name: 'nothing-ahead',
  enforce: 'pre',
  configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : undefined),
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load()' : undefined),
};

export default defineConfig({
  site: siteUrl.origin,
  server: { host, port },
  base,
  outDir: process.env.OUT_DIR || './dist',
  // Two contents, or two addresses, never share what Astro keeps between builds.
  cacheDir: `./.cache/astro/${createHash('sha256').update(`${contentDir()} ${siteUrl.href}`).digest('hex').slice(0, 12)}`,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  prefetch: false,
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  integrations: [
    contentCheck(),
    mdx(),
    sitemap({ filter: (page) => isListed(new URL(page).pathname.slice(base.length - 1)), serialize: withArtworkPicture(base) }),
    policyInFront(),
    galleryFiles(base),
    // Before paper, search and compression: those are for what is published.
    templates((html, group) => withPaper(html, group === 'easy-read' ? 'easy-read' : 'standard', [])),
    paper({ siteUrl, base }),
    searchIndex(),
    screenWorker(base),
    compression(),
    staticHost(base, { https: siteUrl.protocol === 'https:', embedOrigins }),
  ],
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Atkinson Hyperlegible Next',
      cssVariable: '--letters',
      fallbacks: ['Verdana', 'sans-serif'],
      options: {
        variants: [
          {
            src: ['./src/styles/fonts/latin.woff2'],
            weight: '400 700',
            style: 'normal',
            display: 'optional',
            unicodeRange: ['U+0-FF', 'U+2013-2026', 'U+20AC', 'U+2190-2192'],
          },
          {
            src: ['./src/styles/fonts/latin-ext.woff2'],
            weight: '400 700',
            style: 'normal',
            display: 'optional',
            unicodeRange: ['U+100-17F'],
          },
        ],
      },
    },
  ],
  security: {
    csp: {
      algorithm: 'SHA-256',
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "media-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
      // Pagefind's index is read by WebAssembly; where its worker cannot start it runs in the page.
      // The script that runs before paint is the one that Astro does not hash by itself.
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: [`sha256-${createHash('sha256').update(beforePaint).digest('base64')}`],
      },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    plugins: [hues, says, nothingAhead],
    build: {
      // A file of its own: ten pages have it, and each must fit the first round trip.
      assetsInlineLimit: (file) => (file.includes('Zoom.astro') ? false : undefined),
      rolldownOptions: {
        // Each MDX file brings one warning about a mark of Astro's own; it would bury what an author must read.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE' || !warning.message.includes('astro:head-inject')) warn(warning);
        },
      },
    },
  },
});
