/** The fields of the form "Sign the pledge": their names are promised to other programs (CONTRIBUTING.md, the contract). */

/** What kind of setting signs. */
export const kinds = [
  'early-years',
  'primary',
  'secondary',
  'special',
  'post-16',
  'alternative-provision',
  'childminder',
  'group',
  'health',
  'council',
  'other',
] as const;
export type Kind = (typeof kinds)[number];

/** In the order of the form. `value` may be said more than once; the others once. */
export const fieldNames = [
  'setting',
  'kind',
  'kind-other',
  'area',
  'website',
  'name',
  'role',
  'email',
  'value',
  'how',
  'publish-how',
  'authority',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** What a checked form says, by the names of its fields; an optional field that was left empty is ''. */
export interface Answers {
  setting: string;
  kind: Kind;
  /** What kind it is when `kind` is "other". */
  'kind-other': string;
  /** An area of `content/local-offer.yaml`. */
  area: string;
  /** Begins with https://, or ''. */
  website: string;
  name: string;
  role: string;
  email: string;
  /** Values that they will work on first: folders below `content/pledge/`. */
  value: string[];
  /** One sentence on how, or ''. */
  how: string;
  'publish-how': 'yes' | '';
  authority: 'yes';
}

/** The most characters (code points, after cleaning) that a field takes. */
export const mostCharacters: Partial<Record<FieldName, number>> = {
  setting: 150,
  'kind-other': 100,
  website: 300,
  name: 100,
  role: 100,
  email: 254,
  how: 300,
};

/** What can be wrong; each is a key of `errors` in `content/pledge/sign/form.yaml`, with words for both readings. */
export const problems = [
  'setting-missing',
  'setting-too-long',
  'kind-missing',
  'kind-other-missing',
  'kind-other-too-long',
  'area-missing',
  'website-wrong',
  'website-not-https',
  'website-too-long',
  'name-missing',
  'name-too-long',
  'role-missing',
  'role-too-long',
  'email-missing',
  'email-wrong',
  'email-too-long',
  'value-missing',
  'value-unknown',
  'how-too-long',
  'authority-missing',
  'said-twice',
] as const;
export type Problem = (typeof problems)[number];

export interface FieldError {
  field: FieldName;
  problem: Problem;
}

/** What a person may choose from, as the built page offers it. */
export interface Choices {
  kinds: readonly string[];
  areas: readonly string[];
  values: readonly string[];
}

/** Why a submission is set aside for a person to look at; `mixed-scripts` alone does not set it aside. */
export const flags = ['no-token', 'too-fast', 'decoy', 'link-in-name', 'spam-words', 'mixed-scripts'] as const;
export type Flag = (typeof flags)[number];
