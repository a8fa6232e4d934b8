/** What the pattern list says of one part of a page, and its examples, which tests use too. */

export interface Example {
  /** The reading that it is written in. */
  reading: 'standard' | 'easy-read';
  /** What an author writes, as it stands in the file. */
  source: string;
}

/** An example that the check of the content refuses. */
export interface BadExample extends Example {
  /** What is wrong with it, for the page. */
  because: string;
  /** Words that the check says about it. */
  says: RegExp;
}

export interface Pattern {
  /** Its name in the address, after "#". */
  id: string;
  name: string;
  /** What it makes, in one sentence. */
  makes: string;
  when: string;
  whenNot: string;
  good: Example[];
  bad: BadExample[];
}

/** What examples point to. It differs from council to council, so the page passes it in. */
export interface ThingsToName {
  page: { title: string; address: string };
  /** A hard word, with the picture of its file. */
  word: { word: string; address: string; picture: string };
}
