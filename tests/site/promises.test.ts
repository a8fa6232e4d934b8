/** The addresses of this content that others rely on: content/promises.yaml names them. Without that file nothing is promised. */
import { describe, expect, test } from 'vitest';
import { promisesSchema } from '../promises.schema.ts';
import { promisesName, readPromises } from '../promises.ts';
import { plainProblems } from '../../src/readings/plain-problems.ts';
import { expectNone } from './check.ts';
import { pageAt } from './pages.ts';

const { promises, problems } = readPromises();
const { addresses = {}, questions = {}, journeys = {} } = promises;
const inBoth = (address: string) => [address, `/easy-read${address}`];
const isMissing = (address: string) => !pageAt.has(address);

test(`${promisesName}, where there is one, can be used`, () => expectNone(problems));

test('a slip in it is told in plain words', () =>
  expect(plainProblems(promisesSchema, { addresses: { guides: ['guides'] } })).toEqual([
    'has a field "addresses.guides.0" that cannot be used. Write an address of the standard reading that begins and ends with a slash, as /guides/help-now/.',
  ]));

if (Object.keys(addresses).length > 0)
  describe('the addresses that people rely on', () => {
    for (const [group, all] of Object.entries(addresses))
      test(`${group} stands where bookmarks expect it, in both readings`, () =>
        expectNone(
          all
            .flatMap(inBoth)
            .filter(isMissing)
            .map((address) => `${address} is not built. ${promisesName} promises this address: bring the page back.`),
        ));
  });

const named = [
  ...(questions.standard ?? []).flatMap(({ asked, answers }) => answers.map((to) => ({ to, by: `the question "${asked}"` }))),
  ...(questions.easyRead ?? []).flatMap(({ asked, answers }) =>
    answers.map((to) => ({ to: `/easy-read${to}`, by: `the question "${asked}"` })),
  ),
  ...Object.values(journeys.keyboard ?? {}).map((id) => ({ to: id === 'home' ? '/' : `/${id}/`, by: 'the journey by keyboard' })),
];
if (named.length > 0)
  test(`every page that a question or a journey of ${promisesName} leads to is built`, () =>
    expectNone(
      named
        .filter(({ to }) => isMissing(to))
        .map(({ to, by }) => `${to} is not built, and ${by} leads there. Mend the address in ${promisesName}.`),
    ));
