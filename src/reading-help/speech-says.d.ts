/** How the glossary's words are said; `astro.config.mjs` makes it of `content/words/`. */
declare module 'virtual:says' {
  const says: Readonly<Record<string, string>>;
  export default says;
}
