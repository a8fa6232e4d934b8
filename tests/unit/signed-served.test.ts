/** What the service keeps of the list in memory, and for how long. */
import { describe, expect, test } from 'vitest';
import { Kept } from '../../src/pledge/signed/kept.ts';
import { oneByOne, TooMuchWork } from '../../src/pledge/signed/one-by-one.ts';
import { badgeCode, escaped, publicAddress } from '../../src/pledge/signed/place-of-signatory.ts';
import { emptyList } from '../../src/pledge/signed/public-list.ts';
import { pageOf } from '../../src/pledge/signed/fills.ts';
import { recentList } from '../../src/pledge/signed/recent-list.ts';

describe('the list out of the register', () => {
  test('is read once for all who ask within five seconds, and again after', async () => {
    let [reads, clock] = [0, 0];
    const list = recentList({ publicList: async () => ({ ...emptyList, count: (reads += 1) }) }, () => clock);
    await Promise.all([list(), list(), list()]);
    clock = 4999;
    await list();
    expect(reads).toBe(1);
    clock = 5000;
    expect((await list()).count).toBe(2);
  });
  test('is asked for again a second after the register was away', async () => {
    let [reads, clock] = [0, 0];
    const list = recentList(
      {
        publicList: async () => {
          reads += 1;
          if (reads === 1) throw new Error('away');
          return emptyList;
        },
      },
      () => clock,
    );
    await expect(list()).rejects.toThrow('away');
    clock = 999;
    await expect(list()).rejects.toThrow('away');
    clock = 1000;
    expect(await list()).toBe(emptyList);
    expect(reads).toBe(2);
  });
});

describe('what is kept in memory', () => {
  test('is bounded: the one that was longest not asked for goes first', async () => {
    const made: string[] = [];
    const kept = new Kept<string>(2);
    const get = (key: string) =>
      kept.get(key, async () => {
        made.push(key);
        return key;
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await get(key)).toBe(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
    expect(kept.size).toBe(2);
  });
  test('does not hold what failed', async () => {
    const kept = new Kept<string>(2);
    await expect(kept.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await kept.get('a', async () => 'yes')).toBe('yes');
  });
});

describe('what takes long to draw', () => {
  test('is drawn one by one with time for other answers between, and what fails holds nobody up', async () => {
    const draw = oneByOne(3);
    let [at, most, others] = [0, 0, 0];
    const ticking = setInterval(() => (others += 1), 5);
    const piece = (fails: boolean) => async () => {
      most = Math.max(most, (at += 1));
      await Promise.resolve();
      at -= 1;
      if (fails) throw new Error('no');
      return others;
    };
    const [first, failed, last] = await Promise.allSettled([draw(piece(false)), draw(piece(true)), draw(piece(false))]);
    clearInterval(ticking);
    expect([first.status, failed.status, last.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(most).toBe(1);
    expect((last as PromiseFulfilledResult<number>).value).toBeGreaterThan(2);
  });
  test('is refused at once when too much waits, and taken again after', async () => {
    const draw = oneByOne(2);
    const held = [draw(async () => 'a'), draw(async () => 'b')];
    await expect(draw(async () => 'c')).rejects.toThrow(TooMuchWork);
    expect(await Promise.all(held)).toEqual(['a', 'b']);
    expect(await draw(async () => 'd')).toBe('d');
  });
});

describe('addresses and code', () => {
  test('hold the sub-path and the reading', () => {
    const siteUrl = new URL('https://www.example.org/local-offer');
    expect(publicAddress(siteUrl, 'bcdfghjk', 'badge.svg')).toBe('https://www.example.org/local-offer/pledge/signed/bcdfghjk/badge.svg');
    expect(publicAddress(siteUrl, 'bcdfghjk', '', 'easy-read')).toBe(
      'https://www.example.org/local-offer/easy-read/pledge/signed/bcdfghjk/',
    );
  });
  test('HTML, SQL, templates: a name stays text in the code to copy and in the head of a page', () => {
    const alt = `"><script>'&`;
    expect(badgeCode({ siteUrl: new URL('https://example.org/'), id: 'bcdfghjk', alt, width: 3, height: 1 })).toBe(
      '<a href="https://example.org/pledge/signed/bcdfghjk/"><img src="https://example.org/pledge/signed/bcdfghjk/badge.svg" alt="&quot;&gt;&lt;script&gt;&#39;&amp;" width="3" height="1"></a>',
    );
    expect(escaped('a')).toBe('a');
    // Names that look like gaps, or like patterns of a replacement, are not filled again.
    expect(pageOf('<a href="/iiiiiiii/" title="{signatory-name}">', 'bcdfghjk', 'iiiiiiii $& {signatory-name}"')).toBe(
      '<a href="/bcdfghjk/" title="iiiiiiii $&amp; {signatory-name}&quot;">',
    );
  });
});
