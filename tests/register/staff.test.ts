/** What members of staff see and decide, on a real register, signed in at a real sign-in service. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreAway, type Register } from '../../src/pledge/register/register.ts';
import { hiddenOf, openPages, pageOf, sign, Visitor, type Pages } from './staff-pages.ts';
import { councilAccounts } from './staff-provider.ts';

let pages: Pages;
let accounts: Awaited<ReturnType<typeof councilAccounts>>;
let storeIsAway = false;
/** How long a read takes: two who are quick enough have both read before either decides. */
let slowMs = 0;
/** A store that can be away for a while: every call fails then, as with a full disk or a database that restarts. */
const sometimesAway = (register: Register): Register =>
  new Proxy(register, {
    get: (target, name) => {
      const found = target[name as keyof Register] as unknown;
      if (typeof found !== 'function') return found;
      return async (...given: unknown[]) => {
        if (storeIsAway) throw new StoreAway('away');
        const answer: unknown = await found.apply(target, given);
        if (name === 'find' && slowMs > 0) await new Promise((done) => setTimeout(done, slowMs));
        return answer;
      };
    },
  });
let ada: Visitor;
let grace: Visitor;

beforeAll(async () => {
  pages = await openPages(async (origin) => (accounts = await councilAccounts(origin)).issuer, sometimesAway);
  [ada, grace] = [new Visitor(), new Visitor()];
  await ada.signIn(pages, 'ada');
  await grace.signIn(pages, 'grace');
});
afterAll(async () => {
  await pages.stop();
  await accounts.stop();
});

const read = async (visitor: Visitor, path: string) => {
  const response = await visitor.send(`${pages.origin}${path}`);
  return { response, page: await pageOf(response) };
};
const signature = (reference: string) => `/signature/${reference}/`;
/** Opens a signature and sends one of its forms. */
async function decide(
  visitor: Visitor,
  reference: string,
  action: string,
  fields: Record<string, string>,
  headers?: Record<string, string>,
) {
  const { page } = await read(visitor, signature(reference));
  const path = `${signature(reference)}${action}/`;
  return visitor.post(`${pages.origin}${path}`, { ...hiddenOf(page, path), ...fields }, headers);
}
const approval = {
  name: 'Hill Lane School',
  sentence: 'We ask every child.',
  website: 'looked',
  checked: 'telephoned the number on its website',
};

describe('the queue', () => {
  test('shows what waits, oldest first, and what was set aside with the reason in words', async () => {
    const [first, second] = [
      await sign(pages.register, { setting: 'First Nursery' }),
      await sign(pages.register, { setting: 'Second College' }),
    ];
    await sign(pages.register, { setting: 'Odd One', kind: 'other', 'kind-other': 'A library' }, ['decoy', 'too-fast'], true);
    const { page, response } = await read(ada, '/');
    expect(response.status).toBe(200);
    const waiting = page('section[aria-labelledby="waiting"] h3')
      .toArray()
      .map((each) => page(each).text().trim());
    expect(waiting).toEqual(['First Nursery', 'Second College']);
    expect(page('h1 + p').text()).toBe('2 signatures wait for a decision.');
    const aside = page('section[aria-labelledby="aside"] li').first();
    expect(aside.find('h3').text().trim()).toBe('Odd One');
    expect(aside.text()).toContain('A library');
    expect(aside.find('.marks').text()).toMatch(/a field that people do not see was filled in.*sooner than a person can type/is);
    expect(page('[data-fill], [data-when], [data-each], [data-set]').length).toBe(0);
    for (const reference of [first, second]) await pages.register.reject(reference, 'a test', 'out of the way');
  });

  test('says which names are the same and which only look alike, with links', async () => {
    const original = await sign(pages.register, { setting: 'Oak School' });
    const again = await sign(pages.register, { setting: 'OAK school' });
    const { page } = await read(ada, '/');
    const row = page('section[aria-labelledby="waiting"] > ol > li').filter(
      (_, each) => page(each).find('h3').text().trim() === 'OAK school',
    );
    expect(row.find('.marks').text().replace(/\s+/g, ' ')).toContain(`Same name as Oak School (${original})`);
    expect(row.find('.marks a').attr('href')).toBe(signature(original));
    const one = await read(ada, signature(again));
    const sides = one
      .page('.sides > li')
      .toArray()
      .map((each) => one.page(each).text().replace(/\s+/g, ' '));
    expect(sides).toHaveLength(2);
    expect(sides[1]).toMatch(new RegExp(`The same name ?Look at ${original}.*Oak School.*Waiting.*Jo Bloggs, Head teacher`));
  });

  test('Mixed alphabets and a look-alike name are flagged, never refused', async () => {
    await sign(pages.register, { setting: 'Park Academy' });
    const reference = await sign(pages.register, { setting: 'P\u0430rk Academy' }, ['mixed-scripts']);
    const { page } = await read(ada, signature(reference));
    const marks = page('section[aria-labelledby="look"]').text();
    expect(marks).toContain('Mixed alphabets');
    expect(marks).toContain('Looks like the name');
    expect(page('.sides').text()).toContain('A name that looks like it');
  });
});

describe('a signature', () => {
  test('HTML, SQL, templates: all that was typed is shown as text, and only https becomes a link that tells nothing', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'</textarea><script>alert(2)</script>{{7*7}}{name}';
    const reference = await sign(pages.register, {
      setting: evil,
      how: evil,
      role: evil,
      name: evil,
      email: evil,
      website: 'javascript:alert(3)',
    });
    for (const path of ['/', signature(reference)]) {
      const { page } = await read(ada, path);
      expect(page('img, script').length).toBe(0);
      expect(page('main').text()).toContain(evil);
      expect(page('[href^="javascript"]').length).toBe(0);
    }
    const { page } = await read(ada, signature(reference));
    expect(page('input[name="name"]').attr('value')).toBe(evil);
    expect(page('textarea[name="sentence"]').text()).toBe(evil);
    expect(page('.answers').text()).toContain('javascript:alert(3)');
    expect(page('.answers a').length).toBe(0);
    const good = await read(ada, signature(await sign(pages.register)));
    const link = good.page('.answers a');
    expect([link.attr('href'), link.attr('rel'), link.attr('target')]).toEqual([
      'https://hill-lane.example/',
      'noopener noreferrer nofollow',
      undefined,
    ]);
    expect(good.page('.answers').text()).toContain('Look before you publish it');
    await pages.register.reject(reference, 'a test', 'out of the way');
  });

  test('a sentence is offered for publishing only with consent, and is not taken without', async () => {
    const reference = await sign(pages.register, { setting: 'Quiet School', 'publish-how': '' });
    const { page } = await read(ada, signature(reference));
    expect(page('[name="sentence"]').length).toBe(0);
    expect(page('.answers').text()).toContain('We ask every child what helps them.');
    const response = await decide(ada, reference, 'approve', { ...approval, name: 'Quiet School' });
    expect(response.status).toBe(303);
    expect((await pages.register.find(reference))?.published).toMatchObject({
      name: 'Quiet School',
      website: 'https://hill-lane.example/',
    });
    expect((await pages.register.find(reference))?.published).not.toHaveProperty('sentence');
  });

  test('a reference that is none, or is not there, is a page that says so', async () => {
    for (const path of ['/signature/SP-BCDF-2345/', '/signature/x/', '/signature/SP-BCDF-2345', '/nothing/', '/signature/%00/']) {
      const { response } = await ada.open(`${pages.origin}${path}`);
      expect([path, response.status]).toEqual([path, 404]);
      expect((await pageOf(response))('h1').text()).toBe('There is no such page here');
    }
  });
});

describe('a decision', () => {
  test('approving publishes the words of the form, and is kept with who, when and how it was checked', async () => {
    const reference = await sign(pages.register, { setting: 'Elm School' });
    const since = Date.now();
    const response = await decide(ada, reference, 'approve', { ...approval, name: '  Elm\u202e  School ' });
    expect([response.status, response.headers.get('Location')]).toEqual([303, `/?done=${reference}`]);
    const entry = (await pages.register.find(reference))!;
    expect(entry.published).toMatchObject({ name: 'Elm School', sentence: 'We ask every child.', website: 'https://hill-lane.example/' });
    expect(entry.decisions).toMatchObject([
      { who: 'Ada Lovelace (ada@council.example)', from: 'pending', to: 'approved', note: 'telephoned the number on its website' },
    ]);
    expect(Date.parse(entry.decisions[0]!.at)).toBeGreaterThanOrEqual(since - 1000);
    const { page } = await read(ada, `/?done=${reference}`);
    expect(page('[role="status"]').text().replace(/\s+/g, ' ')).toMatch(/Approved\. Elm School \(SP-.*by Ada Lovelace/);
    expect((await read(ada, signature(reference))).page('.log').text()).toContain('telephoned the number on its website');
    expect((await read(ada, '/all/')).page('section[aria-labelledby="approved"]').text()).toContain('Elm School');
    expect(pages.events.at(-1)).toEqual({ event: 'decided', reference, what: 'approve' });
  });

  test('a website that nobody looked at is not published', async () => {
    const reference = await sign(pages.register, { setting: 'Ash School' });
    const { website: _, ...without } = approval;
    await decide(ada, reference, 'approve', { ...without, name: 'Ash School' });
    expect((await pages.register.find(reference))?.published).not.toHaveProperty('website');
  });

  test('an approved signature gets other words, and both decisions stay in its log', async () => {
    const reference = await sign(pages.register, { setting: 'Fir School' });
    await decide(ada, reference, 'approve', { ...approval, name: 'Fir School' });
    const { page } = await read(grace, signature(reference));
    expect(page('textarea[name="sentence"]').text()).toBe('We ask every child.');
    expect(page('input[name="website"]').attr('checked')).toBeDefined();
    expect(page('form[action$="/reject/"]').length).toBe(0);
    await decide(grace, reference, 'approve', { ...approval, name: 'Fir Tree School', sentence: '', checked: 'the head wrote to us' });
    const entry = (await pages.register.find(reference))!;
    expect(entry.published?.name).toBe('Fir Tree School');
    expect(entry.published).not.toHaveProperty('sentence');
    expect(entry.decisions.map(({ who }) => who.split(' ')[0])).toEqual(['Ada', 'Grace']);
    expect((await read(ada, signature(reference))).page('.log').text()).toContain('Approved again');
  });

  test('rejecting and withdrawing need a reason, and withdrawing erases the contact', async () => {
    const [one, two] = [await sign(pages.register, { setting: 'Yew School' }), await sign(pages.register, { setting: 'Pine School' })];
    expect((await decide(ada, one, 'reject', { 'reject-reason': 'the school says it did not sign' })).status).toBe(303);
    expect(await pages.register.find(one)).toMatchObject({ status: 'rejected', decisions: [{ note: 'the school says it did not sign' }] });
    await decide(ada, two, 'approve', { ...approval, name: 'Pine School' });
    expect((await decide(grace, two, 'withdraw', { 'withdraw-reason': 'asked by telephone' })).status).toBe(303);
    const { page } = await read(ada, signature(two));
    expect(page('main').text()).not.toContain('jo@hill-lane.example');
    expect(page('.answers').text()).toContain('Erased');
    expect(page('main form').length).toBe(0);
    expect(page('main').text()).toContain('It is done by a command');
  });

  test.each([
    ['approve', { name: '', sentence: 'x@y.example', checked: '\u3164' }, ['name', 'sentence', 'checked']],
    ['approve', { name: 'n'.repeat(151), sentence: 's'.repeat(301), checked: 'c'.repeat(501) }, ['name', 'sentence', 'checked']],
    ['approve', { name: 'Call 01733 123 456', sentence: '***', checked: 'yes, by post' }, ['name', 'sentence']],
    ['reject', { 'reject-reason': '  ' }, ['reject-reason']],
    ['withdraw', { 'withdraw-reason': '...' }, ['withdraw-reason']],
  ])(
    'Missing, blank, look-alike blank: %s, number %#, is told above and beside each field, and what was typed stays',
    async (action, fields, wrong) => {
      const reference = await sign(pages.register, { setting: 'Box School' });
      const response = await decide(ada, reference, action, fields as Record<string, string>);
      expect(response.status).toBe(422);
      const page = await pageOf(response);
      expect(page('title').text()).toMatch(/^Error: Box School/);
      const links = page('.problem a').toArray();
      expect(links.map((link) => page(link).attr('href'))).toEqual(wrong.map((field) => `#${field}`));
      for (const link of links) {
        const control = page(page(link).attr('href')!);
        expect(control.attr('aria-invalid')).toBe('true');
        const said = page(`#${control.attr('aria-describedby')!.split(' ')[1]}`)
          .text()
          .replace(/\s+/g, ' ')
          .trim();
        expect(said).toBe(`Error: ${page(link).text()}`);
      }
      for (const [name, typed] of Object.entries(fields)) {
        const control = page(`[name="${name}"]`);
        expect(control.is('textarea') ? control.text() : control.attr('value')).toBe(typed);
      }
      expect(await pages.register.find(reference)).toMatchObject({ status: 'pending', decisions: [] });
      await pages.register.reject(reference, 'a test', 'out of the way');
    },
  );

  test('Cross-site POST: without the token, from another site or as another type nothing is decided', async () => {
    const reference = await sign(pages.register, { setting: 'Bay School' });
    const path = `${pages.origin}${signature(reference)}reject/`;
    const { page } = await read(ada, signature(reference));
    const hidden = hiddenOf(page, `${signature(reference)}reject/`);
    const all = { ...hidden, 'reject-reason': 'because' };
    const other = hiddenOf((await read(grace, signature(reference))).page, `${signature(reference)}reject/`);
    const attempts: [string, number, Response][] = [
      ['no token', 403, await ada.post(path, { ...all, token: '' })],
      ['the token of somebody else', 403, await ada.post(path, { ...all, token: other.token! })],
      ['another site', 403, await ada.post(path, all, { 'Sec-Fetch-Site': 'cross-site' })],
      ['a neighbour', 403, await ada.post(path, all, { 'Sec-Fetch-Site': 'same-site', Origin: 'https://www.example.org' })],
      [
        'nobody knows from where',
        403,
        await ada.send(path, {
          method: 'POST',
          body: String(new URLSearchParams(all)),
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        }),
      ],
      ['another type', 415, await ada.post(path, all, { 'Content-Type': 'application/json' })],
      ['too much', 413, await ada.post(path, { ...all, 'reject-reason': 'x'.repeat(70_000) })],
      ['not signed in', 401, await new Visitor().post(path, all)],
      ['another method', 405, await ada.send(path, { method: 'DELETE' })],
      ['a link', 404, await ada.send(path)],
    ];
    for (const [what, status, response] of attempts) {
      expect([what, response.status]).toEqual([what, status]);
      expect([what, (await pageOf(response))('h1').length]).toEqual([what, 1]);
    }
    expect((await pages.register.find(reference))?.status).toBe('pending');
    expect((await ada.post(path, all)).status).toBe(303);
  });

  test('two who decide at once: the second is told who was first, and nothing is decided twice', async () => {
    const reference = await sign(pages.register, { setting: 'Ivy School' });
    const forms = await Promise.all(
      [ada, grace].map(async (visitor) => hiddenOf((await read(visitor, signature(reference))).page, `${signature(reference)}approve/`)),
    );
    const path = `${pages.origin}${signature(reference)}`;
    slowMs = 200;
    const answers = await Promise.all([
      ada.post(`${path}approve/`, { ...forms[0], ...approval, name: 'Ivy School' }),
      grace.post(`${path}approve/`, { ...forms[1], ...approval, name: 'Ivy Tree School' }),
    ]);
    slowMs = 0;
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const entry = (await pages.register.find(reference))!;
    expect(entry.decisions).toHaveLength(1);
    const late = answers.find(({ status }) => status === 409)!;
    const main = (await pageOf(late))('main').text().replace(/\s+/g, ' ');
    expect(main).toContain(`${entry.published!.name} was approved by ${entry.decisions[0]!.who}`);
    expect(main).toContain(entry.decisions[0]!.note);
  });

  test('what the register refuses is told in its own sentence', async () => {
    const reference = await sign(pages.register, { setting: 'Sea School' });
    await decide(ada, reference, 'approve', { ...approval, name: 'Sea School' });
    const { page } = await read(ada, signature(reference));
    const { token, seen } = hiddenOf(page, `${signature(reference)}approve/`);
    const response = await ada.post(`${pages.origin}${signature(reference)}reject/`, {
      token: token!,
      seen: seen!,
      'reject-reason': 'late',
    });
    expect(response.status).toBe(409);
    expect((await pageOf(response))('main').text()).toContain('is on the public list. Withdraw it instead.');
  });

  test('when the store is away nothing is decided, what was typed is kept, and "Try again" is one press', async () => {
    const reference = await sign(pages.register, { setting: 'Tor School' });
    const path = `${signature(reference)}reject/`;
    const hidden = hiddenOf((await read(ada, signature(reference))).page, path);
    storeIsAway = true;
    const reads = await Promise.all(['/', '/all/', signature(reference)].map((each) => ada.send(`${pages.origin}${each}`)));
    const response = await ada.post(`${pages.origin}${path}`, { ...hidden, 'reject-reason': 'two "words" <b>' });
    storeIsAway = false;
    expect(reads.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '60']);
    const page = await pageOf(response);
    expect(page('main').text()).toContain('Nothing was decided');
    const again = hiddenOf(page, path);
    expect(again['reject-reason']).toBe('two "words" <b>');
    expect((await ada.post(`${pages.origin}${path}`, again)).status).toBe(303);
    expect((await pages.register.find(reference))?.decisions).toMatchObject([{ note: 'two "words" <b>' }]);
  });

  test('a session that ended under a form decides nothing, says so, and leads back to the same signature', async () => {
    const reference = await sign(pages.register, { setting: 'Fen School' });
    const visitor = new Visitor();
    await visitor.signIn(pages, 'ada');
    const path = `${signature(reference)}reject/`;
    const hidden = hiddenOf((await read(visitor, signature(reference))).page, path);
    visitor.cookies.get(pages.origin)!.set('staff', 's.an-id-from-before-a-restart');
    const response = await visitor.post(`${pages.origin}${path}`, { ...hidden, 'reject-reason': 'because' });
    expect(response.status).toBe(401);
    const page = await pageOf(response);
    expect(page('[role="alert"]').text()).toMatch(/signed out.*Nothing was decided/s);
    expect(page('a.staff-button').attr('href')).toBe(`/sign-in?to=${encodeURIComponent(signature(reference))}`);
    expect((await pages.register.find(reference))?.status).toBe('pending');
  });

  test('a made-up message cannot be shown: what was done is read from the register', async () => {
    const reference = await sign(pages.register, { setting: 'Marsh School' });
    for (const done of [reference, 'SP-BCDF-2345', '<b>Approved</b>'])
      expect((await read(ada, `/?${new URLSearchParams({ done })}`)).page('[role="status"]').length).toBe(0);
  });

  test('no event of the log holds what was typed or who decided', () => {
    expect(pages.events.filter(({ event }) => event === 'decided').length).toBeGreaterThan(5);
    expect(JSON.stringify(pages.events)).not.toMatch(/School|Bloggs|hill-lane|Lovelace|telephoned|because/);
  });
});
