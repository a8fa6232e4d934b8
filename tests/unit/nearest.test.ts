/** A message that names a mistyped word also names what was likely meant. */
import { expect, test } from 'vitest';
import { nearest } from '../../src/easy-read/nearest.ts';

const names = ['doctor', 'door', 'teacher', 'family', 'bus', 'school'];

test('the nearest name comes first', () => {
  expect(nearest('docter', names)[0]).toBe('doctor');
  expect(nearest('scool', names)[0]).toBe('school');
});
test('a name that holds the asked one is near', () => expect(nearest('bus', ['bus-stop', 'sun', 'run'], 1)).toEqual(['bus-stop']));
test('three are given unless asked otherwise', () => {
  expect(nearest('x', names)).toHaveLength(3);
  expect(nearest('x', names, 1)).toHaveLength(1);
});
test('names that are as far stand in the order of the alphabet', () => expect(nearest('a', ['d', 'c', 'b'])).toEqual(['b', 'c', 'd']));
test('of no names, none is near', () => expect(nearest('doctor', [])).toEqual([]));
