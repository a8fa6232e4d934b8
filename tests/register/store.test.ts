/** What the register keeps, shows and forgets: the same on both stores. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NotPossible } from '../../src/pledge/register/register.ts';
import { stores, submission, type FreshStore } from './stores.ts';

const checked = { checked: 'Telephoned the number on its own website.' };
const keep = { rejectedDays: 30, contactMonths: 24 };
const days = (count: number) => new Date(Date.now() + count * 86_400_000);

describe.each(stores)('the register on $name', ({ missing, fresh }) => {
  describe.skipIf(missing)('what people rely on', () => {
    let store: FreshStore;
    beforeEach(async () => {
      store = await fresh();
    });
    afterEach(async () => {
      vi.useRealTimers();
      await store.remove();
    });
    /** Only the calendar is changed, not the timers that the stores wait by. */
    const at = (time: string) => {
      vi.useFakeTimers({ toFake: ['Date'] });
      vi.setSystemTime(new Date(time));
    };
    const signed = async (...parts: Parameters<typeof submission>) => (await store.register.add(submission(...parts))).reference;

    test('a signature is kept whole, with a reference', async () => {
      const sent = submission({
        setting: 'Ysgol Bryn Œuvre 學校 🏫',
        how: 'We ask “what helps?”\nand listen.',
        value: ['listen', 'be-positive'],
      });
      const { reference, repeated } = await store.register.add(sent);
      expect(reference).toMatch(/^SP-[BCDFGHJKLMNPQRSTVWXYZ2-9]{4}-[BCDFGHJKLMNPQRSTVWXYZ2-9]{4}$/);
      expect(repeated).toBe(false);
      expect(await store.register.find(reference)).toEqual({
        reference,
        status: 'pending',
        form: 'pledge',
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        answers: sent.answers,
        flags: [],
        alike: [],
        decisions: [],
      });
    });

    test('Double click, reload, back: the same form is one row and one reference, five times at once and later too', async () => {
      const sent = submission();
      const together = await Promise.all(Array.from({ length: 5 }, () => store.register.add(sent)));
      const later = await store.register.add(sent);
      expect(new Set([...together, later].map(({ reference }) => reference)).size).toBe(1);
      expect(together.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(later.repeated).toBe(true);
      expect(await store.register.list()).toHaveLength(1);
      expect(await store.register.mailFigures()).toEqual({ waiting: 1, failed: 0 });
    });

    test('Double click, reload, back: two processes that get the same form keep one row', async () => {
      const other = await store.beside();
      const sent = submission();
      const together = await Promise.all([store.register, other, store.register, other, other].map((register) => register.add(sent)));
      expect(new Set(together.map(({ reference }) => reference)).size).toBe(1);
      expect(await other.list()).toHaveLength(1);
      await other.close();
    });

    test('other answers have a reference of their own', async () => {
      const references = await Promise.all(Array.from({ length: 20 }, (_, index) => signed({ setting: `Setting ${index}` })));
      expect(new Set(references).size).toBe(20);
    });

    test('a trap hit is kept apart, with what it was', async () => {
      const reference = await signed({}, { quarantine: true, flags: ['decoy', 'too-fast'] });
      await signed({ setting: 'Another' });
      const [entry, ...others] = await store.register.list({ status: 'quarantined' });
      expect([entry!.reference, entry!.flags, others]).toEqual([reference, ['decoy', 'too-fast'], []]);
    });

    test('Clock skew: entries and decisions stand in the order in which they came, whatever the clock says', async () => {
      at('2026-11-23T12:00:00Z');
      const first = await signed({ setting: 'First' });
      at('2026-11-23T11:00:00Z');
      const second = await signed({ setting: 'Second' });
      await store.register.approve(first, 'Ada', checked);
      at('2026-11-23T10:00:00Z');
      await store.register.approve(first, 'Bea', checked);
      const list = await store.register.list();
      expect(list.map(({ reference }) => reference)).toEqual([first, second]);
      expect(list[0]!.decisions.map(({ who }) => who)).toEqual(['Ada', 'Bea']);
    });

    test('Clock skew: times are in UTC, and a day of signing is the day in England, in summer time too', async () => {
      at('2026-06-30T23:30:00Z');
      const summer = await signed({ setting: 'Summer' });
      at('2026-10-25T00:30:00Z');
      const lastSummerNight = await signed({ setting: 'Last night of summer time' });
      at('2026-11-30T23:30:00Z');
      const winter = await signed({ setting: 'Winter' });
      const dates = [];
      for (const reference of [summer, lastSummerNight, winter])
        dates.push((await store.register.approve(reference, 'Ada', checked)).published!.date);
      expect(dates).toEqual(['2026-07-01', '2026-10-25', '2026-11-30']);
      expect((await store.register.find(summer))!.createdAt).toBe('2026-06-30T23:30:00.000Z');
    });

    test('an approved entry is public as it was worded, and nothing else of it is', async () => {
      const typed = {
        setting: 'TYPED-SETTING',
        website: 'https://typed-website.example',
        name: 'TYPED-NAME',
        role: 'TYPED-ROLE',
        email: 'typed-email@typed.example',
        how: 'TYPED-HOW',
        'publish-how': 'yes' as const,
      };
      const reference = await signed(typed);
      await signed({ setting: 'Not approved' });
      const entry = await store.register.approve(reference, 'Ada', {
        ...checked,
        name: 'Riverside Nursery',
        sentence: 'We listen.',
        website: 'https://riverside.example',
      });
      const signatory = {
        id: expect.stringMatching(/^[bcdfghjkmnpqrstvwxyz23456789]{8}$/),
        name: 'Riverside Nursery',
        kind: 'early-years',
        area: 'north',
        date: entry.published!.date,
        sentence: 'We listen.',
        website: 'https://riverside.example',
      };
      const list = await store.register.publicList();
      expect(list).toEqual({ changed: entry.decisions[0]!.at, count: 1, signatories: [signatory], withdrawn: [] });
      expect(await store.register.published(entry.published!.id)).toEqual(signatory);
      expect(JSON.stringify(list)).not.toMatch(/typed/i);
      expect(JSON.stringify(list)).not.toContain(reference.slice(3).replace('-', '').toLowerCase());
    });

    test('without other wording the typed name is public, and no sentence or website', async () => {
      const reference = await signed({ how: 'We listen.', 'publish-how': 'yes', website: 'https://riverside.example' });
      const { published } = await store.register.approve(reference, 'Ada', checked);
      expect(published).toEqual({
        id: published!.id,
        name: 'Riverside Nursery',
        kind: 'early-years',
        area: 'north',
        date: published!.date,
      });
    });

    test('the public list is by name, as people here sort', async () => {
      await store.register.importEarlier(
        ['Zebra', 'élan', 'apple', 'Éclair', 'Banana', 'Élan'].map((name) => ({ name, kind: 'group', area: 'north', date: '2021-07-01' })),
        'Ada',
      );
      expect((await store.register.publicList()).signatories.map(({ name }) => name)).toEqual([
        'apple',
        'Banana',
        'Éclair',
        'élan',
        'Zebra',
      ]);
    });

    test('approving again changes the wording, keeps the address and the earlier decision', async () => {
      const reference = await signed();
      at('2026-11-23T10:00:00Z');
      const first = await store.register.approve(reference, 'Ada', checked);
      at('2026-11-24T10:00:00Z');
      const same = await store.register.approve(reference, 'Ada', checked);
      expect((await store.register.publicList()).changed).toBe('2026-11-23T10:00:00.000Z');
      at('2026-11-25T10:00:00Z');
      const second = await store.register.approve(reference, 'Bea', { ...checked, name: 'Riverside Nursery School' });
      expect(second.published).toEqual({ ...first.published, name: 'Riverside Nursery School' });
      expect(same.published).toEqual(first.published);
      expect(second.decisions.map(({ who, from, to }) => [who, from, to])).toEqual([
        ['Ada', 'pending', 'approved'],
        ['Ada', 'approved', 'approved'],
        ['Bea', 'approved', 'approved'],
      ]);
      expect((await store.register.publicList()).changed).toBe('2026-11-25T10:00:00.000Z');
    });

    test('a rejection says who, when and why, and publishes nothing', async () => {
      const reference = await signed({}, { quarantine: true });
      const entry = await store.register.reject(reference, 'Ada', 'The school says that it did not sign.');
      expect(entry).toMatchObject({
        status: 'rejected',
        decisions: [{ who: 'Ada', from: 'quarantined', to: 'rejected', note: 'The school says that it did not sign.' }],
      });
      expect(await store.register.publicList()).toEqual({ changed: null, count: 0, signatories: [], withdrawn: [] });
      expect((await store.register.approve(reference, 'Ada', checked)).status).toBe('approved');
    });

    test('withdrawing takes it off the list and erases who signed and what they said, at once', async () => {
      const reference = await signed();
      const { published } = await store.register.approve(reference, 'Ada', checked);
      const entry = await store.register.withdraw(reference, 'Bea', 'The setting asked.');
      expect(entry.status).toBe('withdrawn');
      expect(entry).not.toHaveProperty('published');
      const { setting, kind, area } = submission().answers;
      expect(entry.answers).toEqual({ setting, kind, area });
      expect(await store.register.publicList()).toEqual({
        changed: entry.decisions.at(-1)!.at,
        count: 0,
        signatories: [],
        withdrawn: [published!.id],
      });
      expect(await store.register.published(published!.id)).toBe('withdrawn');
      expect(await store.register.findByEmail('pat@riverside.example')).toEqual([]);
      const rows = await store.sql('select * from submission');
      expect(JSON.stringify(rows)).not.toMatch(/Pat|Manager|riverside\.example/i);
    });

    test('what cannot be done is said in a sentence, and changes nothing', async () => {
      const [pending, approved, rejected, withdrawn] = [
        await signed({ setting: 'P' }),
        await signed({ setting: 'A' }),
        await signed({ setting: 'R' }),
        await signed({ setting: 'W' }),
      ];
      await store.register.approve(approved, 'Ada', checked);
      await store.register.reject(rejected, 'Ada', 'Not theirs.');
      await store.register.withdraw(withdrawn, 'Ada', 'They asked.');
      const before = await store.register.list();
      const { register } = store;
      const cases: [() => Promise<unknown>, string][] = [
        [() => register.approve('SP-XXXX-XXXX', 'Ada', checked), 'There is no entry SP-XXXX-XXXX. A reference looks like SP-BCDF-2345.'],
        [() => register.approve(pending, ' ', checked), 'Say who decides: a name is kept with each decision.'],
        [
          () => register.approve(pending, 'Ada', { checked: ' ' }),
          'Say how the signature was checked with the setting, as: telephoned the number on its website. Anyone can type the name of a school.',
        ],
        [() => register.approve(pending, 'Ada', { ...checked, name: ' ' }), 'Say the name to publish.'],
        [
          () => register.approve(pending, 'Ada', { ...checked, sentence: 'We listen.' }),
          `${pending} did not agree that a sentence is published. Approve it without one.`,
        ],
        [
          () => register.approve(pending, 'Ada', { ...checked, website: 'http://riverside.example' }),
          'The address of the website must begin with https://.',
        ],
        [
          () => register.approve(withdrawn, 'Ada', checked),
          `${withdrawn} was withdrawn, so it cannot be published again. The setting can sign once more.`,
        ],
        [() => register.reject('SP-XXXX-XXXX', 'Ada', 'No.'), 'There is no entry SP-XXXX-XXXX. A reference looks like SP-BCDF-2345.'],
        [() => register.reject(pending, 'Ada', ' '), 'Say why it is rejected.'],
        [() => register.reject(approved, 'Ada', 'No.'), `${approved} is on the public list. Withdraw it instead.`],
        [() => register.reject(rejected, 'Ada', 'No.'), `${rejected} is rejected already.`],
        [() => register.reject(withdrawn, 'Ada', 'No.'), `${withdrawn} was withdrawn, so there is nothing to reject.`],
        [() => register.withdraw(pending, 'Ada', ''), 'Say why it is withdrawn.'],
        [
          () => register.withdraw(rejected, 'Ada', 'Asked.'),
          `${rejected} was rejected, so nothing of it is public. Erase it to remove what was typed.`,
        ],
        [() => register.withdraw(withdrawn, 'Ada', 'Asked.'), `${withdrawn} is withdrawn already.`],
        [() => register.erase('SP-XXXX-XXXX', 'Ada'), 'There is no entry SP-XXXX-XXXX. A reference looks like SP-BCDF-2345.'],
        [() => register.erase(pending, ''), 'Say who decides: a name is kept with each decision.'],
        [() => register.importEarlier([], ' '), 'Say who decides: a name is kept with each decision.'],
      ];
      for (const [done, sentence] of cases) {
        const error = await done().then(
          () => 'it was done',
          (error: unknown) => error,
        );
        expect(error, sentence).toBeInstanceOf(NotPossible);
        expect((error as Error).message).toBe(sentence);
      }
      expect(await register.list()).toEqual(before);
    });

    test('two people who decide at the same moment do not both withdraw', async () => {
      const reference = await signed();
      const other = await store.beside();
      const results = await Promise.allSettled(
        [store.register, other].map((register) => register.withdraw(reference, 'Ada', 'They asked.')),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await other.find(reference))!.decisions).toHaveLength(1);
      await other.close();
    });

    test('decisions cannot be changed or deleted, even in the store itself', async () => {
      const reference = await signed();
      await store.register.approve(reference, 'Ada', checked);
      await expect(store.sql("update decision set who = 'Bea'")).rejects.toThrow('decisions are not changed or deleted');
      await expect(store.sql('delete from decision')).rejects.toThrow('decisions are not changed or deleted');
      expect((await store.register.find(reference))!.decisions).toHaveLength(1);
    });

    test('Subject request: every entry of an e-mail address is found, in any case of letters', async () => {
      const [first, second] = [await signed({ setting: 'First' }), await signed({ setting: 'Second', email: 'PAT@Riverside.example' })];
      await signed({ setting: 'Third', email: 'sam@riverside.example' });
      const found = await store.register.findByEmail(' pat@RIVERSIDE.example');
      expect(found.map(({ reference }) => reference)).toEqual([first, second]);
    });

    test('Subject request: erasing leaves a tombstone and nothing that was typed, and a restored copy can be cleaned again', async () => {
      const [published, pending] = [await signed({ setting: 'Gone' }), await signed({ setting: 'Never public' })];
      const { id } = (await store.register.approve(published, 'Ada', checked)).published!;
      await store.register.erase(published, 'Bea');
      await store.register.erase(pending, 'Bea');
      const tombstones = await store.register.tombstones();
      expect(tombstones).toEqual([
        { reference: published, id, at: expect.any(String), who: 'Bea' },
        { reference: pending, id: null, at: expect.any(String), who: 'Bea' },
      ]);
      expect(await store.register.list()).toEqual([]);
      for (const table of ['submission', 'decision', 'signatory', 'outbox', 'leaving'])
        expect(await store.sql(`select * from ${table}`)).toEqual([]);
      expect(await store.register.published(id)).toBe('withdrawn');
      expect(await store.register.publicList()).toEqual({ changed: tombstones[0]!.at, count: 0, signatories: [], withdrawn: [id] });
      await expect(store.register.erase(published, 'Bea')).rejects.toThrow(/^SP-.* was erased on \d{4}-\d\d-\d\d\.$/);

      const restored = await fresh();
      const [back, stays] = [
        (await restored.register.add(submission({ setting: 'Gone' }))).reference,
        (await restored.register.add(submission({ setting: 'Stays' }))).reference,
      ];
      const old = (await restored.register.approve(back, 'Ada', checked)).published!.id;
      const list = [...tombstones, { reference: back, id: null, at: '2026-01-01T00:00:00.000Z', who: 'Cy' }];
      expect(await restored.register.bury(list)).toBe(1);
      expect(await restored.register.bury(list)).toBe(0);
      expect((await restored.register.list()).map(({ reference }) => reference)).toEqual([stays]);
      expect(await restored.register.tombstones()).toEqual([
        { reference: back, id: old, at: '2026-01-01T00:00:00.000Z', who: 'Cy' },
        ...tombstones,
      ]);
      expect(await restored.register.published(old)).toBe('withdrawn');
      await restored.remove();
    });

    test('earlier signatories are added once, are public with their own date, and have no person', async () => {
      const rows = [
        { name: 'Hilltop School', kind: 'primary' as const, area: 'north', date: '2021-07-14' },
        { name: 'Hilltop School', kind: 'secondary' as const, area: 'north', date: '2021-07-14' },
        { name: ' hilltop school ', kind: 'primary' as const, area: 'north', date: '2021-07-15' },
      ];
      expect(await store.register.importEarlier(rows, 'Ada')).toEqual({ added: 2, already: 1 });
      expect(await store.register.importEarlier(rows, 'Ada')).toEqual({ added: 0, already: 3 });
      const [entry, other] = await store.register.list();
      expect(entry).toMatchObject({ form: 'import', status: 'approved', published: { name: 'Hilltop School', date: '2021-07-14' } });
      expect(entry!.answers).toEqual({ setting: 'Hilltop School', kind: 'primary', area: 'north' });
      expect(entry!.decisions).toMatchObject([{ who: 'Ada', to: 'approved' }]);
      // One that withdrew does not come back with an old list.
      await store.register.withdraw(other!.reference, 'Ada', 'They asked.');
      expect(await store.register.importEarlier(rows, 'Ada')).toEqual({ added: 0, already: 3 });
      expect((await store.register.publicList()).count).toBe(1);
      expect(await store.register.mailFigures()).toEqual({ waiting: 0, failed: 0 });
    });

    test('two imports of one list at the same moment add it once', async () => {
      const rows = Array.from({ length: 30 }, (_, index) => ({
        name: `School ${index}`,
        kind: 'primary' as const,
        area: 'north',
        date: '2021-07-14',
      }));
      const other = await store.beside();
      const [one, two] = await Promise.all([store.register.importEarlier(rows, 'Ada'), other.importEarlier(rows, 'Bea')]);
      await other.close();
      expect([one.added, two.added].sort()).toEqual([0, 30]);
      expect((await store.register.publicList()).count).toBe(30);
    });

    test('Look-alike names: a person who decides sees the same name and one that only looks the same', async () => {
      const hilltop = await signed({ setting: 'Hilltop School' });
      const same = await signed({ setting: 'HILLTOP school' });
      const lookAlike = await signed({ setting: 'Hilltоp School' });
      const other = await signed({ setting: 'Hillside School' });
      const entry = async (reference: string) => {
        const { flags, alike } = (await store.register.find(reference))!;
        return { flags, alike };
      };
      expect(await entry(hilltop)).toEqual({ flags: ['same-name', 'look-alike-name'], alike: [same, lookAlike] });
      expect(await entry(lookAlike)).toEqual({ flags: ['look-alike-name'], alike: [hilltop, same] });
      expect(await entry(other)).toEqual({ flags: [], alike: [] });
      await store.register.reject(same, 'Ada', 'Signed twice.');
      await store.register.withdraw(lookAlike, 'Ada', 'They asked.');
      expect(await entry(hilltop)).toEqual({ flags: [], alike: [] });
      // Under the name that is published too.
      await store.register.approve(other, 'Ada', { ...checked, name: 'Hilltop School' });
      expect(await entry(hilltop)).toEqual({ flags: ['same-name'], alike: [other] });
      expect((await store.register.list()).find(({ reference }) => reference === hilltop)).toMatchObject(await entry(hilltop));
    });

    test('Retention: what was rejected or set aside goes after its days, and a contact after its months without renewal', async () => {
      at('2026-01-31T12:00:00Z');
      const [rejected, quarantined, pending, approved, renewed] = [
        await signed({ setting: 'Rejected' }),
        await signed({ setting: 'Quarantined' }, { quarantine: true }),
        await signed({ setting: 'Pending' }),
        await signed({ setting: 'Approved', email: 'a@approved.example' }),
        await signed({ setting: 'Renewed' }),
      ];
      await store.register.approve(approved, 'Ada', checked);
      await store.register.approve(renewed, 'Ada', checked);
      at('2026-02-10T12:00:00Z');
      await store.register.reject(rejected, 'Ada', 'Not theirs.');
      await store.register.approve(renewed, 'Ada', checked);

      expect(await store.register.purge(keep, new Date('2026-03-02T11:59:59Z'))).toEqual({ removed: 0, contactsErased: 0 });
      expect(await store.register.purge(keep, new Date('2026-03-02T12:00:00Z'))).toEqual({ removed: 1, contactsErased: 0 });
      expect(await store.register.find(quarantined)).toBeUndefined();
      expect(await store.register.purge(keep, new Date('2026-03-12T12:00:00Z'))).toEqual({ removed: 1, contactsErased: 0 });
      expect(await store.register.find(rejected)).toBeUndefined();

      expect(await store.register.purge(keep, new Date('2028-01-31T12:00:00Z'))).toEqual({ removed: 0, contactsErased: 1 });
      expect(await store.register.purge(keep, new Date('2028-01-31T12:00:00Z'))).toEqual({ removed: 0, contactsErased: 0 });
      const entry = (await store.register.find(approved))!;
      expect(entry.published).toMatchObject({ name: 'Approved' });
      expect(entry.answers).not.toHaveProperty('email');
      expect(await store.register.findByEmail('a@approved.example')).toEqual([]);
      expect((await store.register.find(renewed))!.answers.email).toBe('Pat@riverside.example');
      expect((await store.register.find(pending))!.answers.email).toBe('Pat@riverside.example');
      // Nothing of it was asked for by a person, so no tombstones are due.
      expect(await store.register.tombstones()).toEqual([]);
    });

    test('Retention: months are counted by the calendar, as February has no 30th', async () => {
      at('2026-02-28T12:00:00Z');
      const reference = await signed();
      await store.register.approve(reference, 'Ada', checked);
      const month = { rejectedDays: 30, contactMonths: 1 };
      expect(await store.register.purge(month, new Date('2026-03-28T11:59:00Z'))).toMatchObject({ contactsErased: 0 });
      expect(await store.register.purge(month, new Date('2026-03-30T12:00:00Z'))).toMatchObject({ contactsErased: 1 });
    });

    test('mail is taken by one alone, comes again when its taker died, and ends as sent or failed', async () => {
      const [first, second] = [await signed({ setting: 'First' }), await signed({ setting: 'Second' }, { quarantine: true })];
      const other = await store.beside();
      const now = days(0);
      const taken = (await Promise.all([store.register.dueMail(now, 1), other.dueMail(now, 1), other.dueMail(now, 5)])).flat();
      expect(taken.sort((one, two) => one.id - two.id)).toEqual([
        { id: expect.any(Number), reference: first, quarantined: false, tries: 0 },
        { id: expect.any(Number), reference: second, quarantined: true, tries: 0 },
      ]);
      expect(await store.register.dueMail(days(0), 5)).toEqual([]);
      expect(await store.register.dueMail(days(1), 5)).toHaveLength(2);
      await store.register.mailSent(taken[0]!.id);
      await other.mailNotSent(taken[1]!.id, '421 later', days(2));
      await other.close();
      expect(await store.register.dueMail(days(1.9), 5)).toEqual([]);
      expect(await store.register.dueMail(days(2.1), 5)).toMatchObject([{ reference: second, tries: 1 }]);
      expect(await store.register.mailFigures()).toEqual({ waiting: 1, failed: 0 });
      await store.register.mailNotSent(taken[1]!.id, '550 no such person', null);
      expect(await store.register.mailFigures()).toEqual({ waiting: 0, failed: 1 });
      expect(await store.register.dueMail(days(100), 5)).toEqual([]);
    });

    test('NUL and half characters are kept alike on both stores, wherever they stand', async () => {
      const bad = 'a\u0000b\ud800c';
      const reference = await signed({ setting: bad, how: bad, value: [bad], email: `x${bad}@y.example` }, { flags: [bad], idem: bad });
      expect((await store.register.add(submission({}, { idem: bad }))).reference).toBe(reference);
      const entry = await store.register.approve(reference, `Ada${bad}`, { checked: bad });
      expect(entry.answers).toMatchObject({ setting: 'ab\ufffdc', how: 'ab\ufffdc', value: ['ab\ufffdc'] });
      expect(entry).toMatchObject({
        flags: ['ab\ufffdc'],
        published: { name: 'ab\ufffdc' },
        decisions: [{ who: 'Adaab\ufffdc', note: 'ab\ufffdc' }],
      });
      expect(await store.register.findByEmail(`x${bad}@y.example`)).toHaveLength(1);
      expect(await store.register.find(bad)).toBeUndefined();
      expect(await store.register.published(bad)).toBeUndefined();
      await expect(store.register.erase(bad, 'Ada')).rejects.toBeInstanceOf(NotPossible);
      await store.register.importEarlier([{ name: `${bad}!`, kind: 'group', area: bad, date: bad }], bad);
      expect((await store.register.publicList()).signatories).toMatchObject([
        { name: 'ab\ufffdc' },
        { name: 'ab\ufffdc!', area: 'ab\ufffdc' },
      ]);
      await store.register.bury([{ reference: bad, id: bad, at: bad, who: bad }]);
      expect(await store.register.tombstones()).toMatchObject([{ reference: 'ab\ufffdc', id: 'ab\ufffdc' }]);
    });

    test('HTML, SQL, templates: text is text', async () => {
      const setting = `'); drop table submission; -- <script>{{7*7}}\${1} "quoted" \\ ? $1 :a @b`;
      const reference = await signed({ setting });
      expect((await store.register.approve(reference, setting, { checked: setting })).published!.name).toBe(setting);
      expect(await store.register.find(`' or '1'='1`)).toBeUndefined();
      expect(await store.register.findByEmail('%')).toEqual([]);
    });

    test('readiness is a real write that leaves nothing', async () => {
      await signed();
      const before = [await store.register.list(), await store.register.mailFigures()];
      for (let time = 0; time < 3; time += 1) await store.register.ready();
      expect([await store.register.list(), await store.register.mailFigures()]).toEqual(before);
      expect(await store.sql('select count(*) as rows from outbox')).toEqual([{ rows: expect.toSatisfy((rows) => Number(rows) === 1) }]);
    });

    test('2,000 signatories are listed in well under a second', async () => {
      await store.register.importEarlier(
        Array.from({ length: 2000 }, (_, index) => ({ name: `Setting ${index}`, kind: 'primary', area: 'north', date: '2021-07-14' })),
        'Ada',
      );
      const reference = await signed({ setting: 'setting 7' });
      const started = performance.now();
      expect(await store.register.list()).toHaveLength(2001);
      expect((await store.register.find(reference))!.alike).toHaveLength(1);
      expect((await store.register.publicList()).count).toBe(2000);
      expect(performance.now() - started).toBeLessThan(1000);
    });
  });
});
