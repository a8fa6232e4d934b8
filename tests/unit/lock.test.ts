/** `npm ci` installs what package-lock.json says, on every platform and from whichever registry a person uses. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { absentOptional, satisfies, type Lock } from './lock.ts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

test('every optional dependency of a package is in the lock, where Node looks for it', () => {
  expect(
    absentOptional(lock),
    'npm leaves out programs of other platforms when it installs over an old node_modules, and "npm ci" then fails there. Take node_modules and package-lock.json away, run "npm install --omit-lockfile-registry-resolved", and read what changed',
  ).toEqual([]);
});

test('the lock names no registry', () => {
  const named = Object.entries(lock.packages).filter(([, { resolved }]) => /^[a-z+]+:\/\//.test(resolved ?? ''));
  expect(
    named.map(([place, { resolved }]) => `${place} is fetched from ${resolved}`),
    'a person behind another registry could not install. Run "npm install --package-lock-only --omit-lockfile-registry-resolved"',
  ).toEqual([]);
});

describe('the rule itself', () => {
  test('what stands nearer counts, what is too old or not there is told', () => {
    const packages: Lock['packages'] = {
      'node_modules/a': { version: '1.0.0', optionalDependencies: { x: '1.0.0', y: '^2.1.0', z: '1.0.0' } },
      'node_modules/a/node_modules/x': { version: '1.0.0' },
      'node_modules/x': { version: '3.0.0' },
      'node_modules/y': { version: '2.0.9' },
      'node_modules/@s/b/node_modules/c': { version: '1.0.0', optionalDependencies: { x: '~3.0.0' } },
    };
    expect(absentOptional({ packages })).toEqual([
      'node_modules/a asks for y ^2.1.0, and the lock has 2.0.9 at node_modules/y',
      'node_modules/a asks for z 1.0.0, which the lock does not have',
    ]);
  });

  test.each([
    ['1.2.3', '1.2.3', true],
    ['1.2.4', '1.2.3', false],
    ['2.3.9', '~2.3.2', true],
    ['2.4.0', '~2.3.2', false],
    ['2.4.0', '^2.3.3', true],
    ['3.0.0', '^2.3.3', false],
    ['0.2.9', '^0.2.3', true],
    ['0.3.0', '^0.2.3', false],
    ['3.0.0', '^2.3.3 || ^3.0.0', true],
    ['3.0.0', '>=2.0.0', true],
    ['1.9.0', '>=2.0.0', false],
  ])('%s for %s: %s', (version, range, expected) => expect(satisfies(version, range)).toBe(expected));
});
