/** What authors' Markdown and tags become. Content imports nothing; a page hands these to `<Content components={…} />`. */
import Do from '../components/Do.astro';
import Note from '../components/Note.astro';
import Stage from '../components/Stage.astro';
import Idea from '../easy-read/Idea.astro';
import Table from '../components/Table.astro';
import ContentLink from './ContentLink.astro';
import Fact from './Fact.astro';

export const contentParts = { a: ContentLink, table: Table, Do, Note, Stage, Fact, Idea };
