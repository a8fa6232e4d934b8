/** Whatever colour an author chooses, words on it can be read: 7:1 or better (WCAG 2.2, 1.4.6). */
import { wcagContrast } from 'culori';
import { expect, test } from 'vitest';
import { coloursOf, hueStyles } from '../../src/styles/hues.ts';

const [ink, paper, night] = ['#1b1a2b', '#fffdf8', '#16151f'];
const behind = { tint: ink, bright: ink, deep: paper, glow: night };
const hues = Array.from({ length: 360 }, (_, hue) => hue);

test.each(Object.entries(behind))('%s has 7:1 against %s at every hue', (name, other) => {
  const weak = hues
    .map((hue) => ({ hue, contrast: wcagContrast(coloursOf(hue)[name as keyof typeof behind], other) }))
    .filter(({ contrast }) => contrast < 7);
  expect(weak.map(({ hue, contrast }) => `hue ${hue}: ${contrast.toFixed(2)}`)).toEqual([]);
});

test('a colour that a screen can show is written for every hue', () => {
  for (const hue of hues) for (const colour of Object.values(coloursOf(hue))) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
});

test('each hue has one rule, in order, however often it is asked for', () => {
  expect(hueStyles([25, 165, 25]).match(/\[data-hue="\d+"\]/g)).toEqual(['[data-hue="25"]', '[data-hue="165"]']);
  expect(hueStyles([])).toBe('');
});
