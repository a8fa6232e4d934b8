/** Both readings tell the same figures, whether they are written in words or in digits. */
import { expect, test } from 'vitest';
import { figuresOf } from '../../../src/progress/figures.ts';

test.each([
  ['All but three actions', [3]],
  ['More than 1,200 families in 12 places', [1200, 12]],
  ['One of two people', []],
  ['By July 2021, COVID-19 in Phase Three', []],
  ['a level 3 award for 24', [24]],
])('%s', (text, figures) => expect(figuresOf(text)).toEqual(figures));
