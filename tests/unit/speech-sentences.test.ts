/** One utterance is one sentence, and none is too long for a voice that falls silent. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { partsOf, sentenceSpans } from '../../src/reading-help/speech-sentences.ts';

const sentences = (text: string) => sentenceSpans(text).map((span) => text.slice(...span));

afterEach(() => vi.unstubAllGlobals());

for (const segmenter of [true, false])
  describe(segmenter ? 'sentences' : 'sentences in a browser without Segmenter', () => {
    const cut = (text: string) => {
      if (!segmenter) vi.stubGlobal('Intl', {});
      return sentences(text);
    };
    test('end with a full stop, a question mark or an exclamation mark', () =>
      expect(cut('  You can ask. Who helps?  We do!  ')).toEqual(['You can ask.', 'Who helps?', 'We do!']));
    test('keep their closing quotation mark', () => expect(cut('“Be kind.” We agree.')).toEqual(['“Be kind.”', 'We agree.']));
    test('are not cut in a number or after a title', () =>
      expect(cut('See 4.9 with Dr. Ali. It costs £10.50 now.')).toEqual(['See 4.9 with Dr. Ali.', 'It costs £10.50 now.']));
    test('need no stop', () => expect(cut('Who can help')).toEqual(['Who can help']));
    test('hold a letter or a figure', () => expect(cut(' … — . ')).toEqual([]));
  });

describe('a long sentence', () => {
  const long =
    'The council, the health service and the schools plan together, so that each child gets help early, close to home and for long enough.';
  test('is cut after commas, loses nothing, and no part is too long', () => {
    const parts = partsOf(long, 60).map((span) => long.slice(...span));
    expect(parts.join('')).toBe(long);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(60);
    expect(parts.slice(0, -1).filter((part) => /,$/.test(part)).length).toBeGreaterThan(0);
  });
  test('without commas is cut between words', () => {
    const plain = long.replaceAll(',', '');
    const parts = partsOf(plain, 40).map((span) => plain.slice(...span));
    expect(parts.join('')).toBe(plain);
    expect(parts.every((part) => part.length <= 40 && !/^\S*$/.test(part))).toBe(true);
  });
  test('of one endless word, or for a voice of the device, stays whole', () => {
    expect(partsOf('a'.repeat(100), 20)).toEqual([[0, 100]]);
    expect(partsOf(long, Infinity)).toEqual([[0, long.length]]);
  });
});
