/** The commands by which a person decides: approve, reject, withdraw, erase. Each decision is kept with who made it. */
import { checkApproval } from './command-approval.ts';
import { referenceOf, WrongUse, type Call, type Command } from './command-call.ts';
import { flagsInWords, plain, publishedText } from './command-text.ts';
import { erasedFile, keepErased } from './erased-file.ts';
import { NotPossible, type Approval, type Entry } from './register.ts';

/** Most characters of what is noted with a decision. */
const mostOfNote = 500;

/** @returns the words of a setting that must be there @throws WrongUse with why */
function needed(call: Call, name: string, why: string): string {
  const words = call.text(name);
  if (words === undefined) throw new WrongUse(`Say --${name} "…": ${why}.`);
  if ([...words].length > mostOfNote) throw new WrongUse(`--${name} has more than ${mostOfNote} characters. Say it shorter.`);
  return words;
}

/** What a person should have looked at before everybody reads the name. */
function cautions({ status, flags, alike, reference }: Entry): string[] {
  const own = flags.filter((flag) => !['same-name', 'look-alike-name'].includes(flag));
  return [
    ...(status === 'quarantined' ? [`${reference} was set aside. Look first whether a real person sent it.`] : []),
    ...flagsInWords(own).map((why) => `Look at: ${why}.`),
    ...(alike.length > 0
      ? [`Its name looks like that of ${alike.join(', ')}. Look first whether it is the same setting, or somebody who pretends to be it.`]
      : []),
  ];
}

const part = (heading: string, lines: string[]) => `${heading}\n${lines.map((line) => `  ${line}\n`).join('')}`;
const publicOf = (entry: Entry | undefined) => (entry?.status === 'approved' ? entry.published : undefined);

export const approve: Command = {
  form: 'REFERENCE --checked "…" [--name "…"] [--sentence "…"] [--website https://…] [--by NAME]',
  does: 'Publishes an entry as you word it; once more to change the words. --checked says how you checked with the setting.',
  texts: ['checked', 'name', 'sentence', 'website', 'by'],
  switches: [],
  least: 1,
  most: 1,
  async run(call) {
    const reference = referenceOf(call);
    const why = 'how it was checked with the setting, through a contact that the setting itself publishes. Anyone can type a name';
    const [name, sentence, website] = ['name', 'sentence', 'website'].map(call.text);
    const approval: Approval = {
      checked: needed(call, 'checked', why),
      ...(name !== undefined && { name }),
      ...(sentence !== undefined && { sentence }),
      ...(website !== undefined && { website }),
    };
    const who = call.who();
    const [before, after] = await call.withRegister(async (register) => {
      const found = await register.find(reference);
      if (found) checkApproval(found, approval);
      return [found, await register.approve(reference, who, approval)] as const;
    });
    if (before) for (const caution of cautions(before)) call.output.remark(caution);
    const earlier = publicOf(before);
    if (earlier && earlier.name !== publicOf(after)?.name && name === undefined)
      call.output.remark('The name is as it was typed again. To keep the other one, say --name too.');
    for (const each of ['sentence', 'website'] as const)
      if (earlier?.[each] && !approval[each]) call.output.remark(`The ${each} is not published any more.`);
    const typed = after.answers;
    if (typed.website && !approval.website)
      call.output.remark(`It gave a website. Look at it first; --website ${plain(typed.website)} publishes it.`);
    if (typed.how && typed['publish-how'] === 'yes' && !approval.sentence)
      call.output.remark('It agreed that its sentence is published. --sentence publishes it as you word it.');
    await call.output.data(
      `${reference} is approved.\n${part('Published before:', publishedText(earlier))}${part('Published now:', publishedText(publicOf(after)))}`,
    );
  },
};

/** Reject and withdraw differ only in what they are for. */
const withReason = (does: string, why: string, verb: 'reject' | 'withdraw', done: (entry: Entry) => string): Command => ({
  form: 'REFERENCE --reason "…" [--by NAME]',
  does,
  texts: ['reason', 'by'],
  switches: [],
  least: 1,
  most: 1,
  async run(call) {
    const reference = referenceOf(call);
    const reason = needed(call, 'reason', why);
    const who = call.who();
    const entry = await call.withRegister((register) => register[verb](reference, who, reason));
    await call.output.data(`${done(entry)}\n`);
  },
});

export const reject = withReason(
  'Refuses an entry that is not published.',
  'why it is rejected',
  'reject',
  ({ reference }) => `${reference} is rejected. It is erased when its time is over.`,
);

export const withdraw = withReason(
  'Takes an entry off the public list, as its setting asks, and erases the contact at once.',
  'who asked, and when',
  'withdraw',
  ({ reference }) => `${reference} is withdrawn, and its contact is erased. A static copy of the site shows it until the next build.`,
);

export const erase: Command = {
  form: 'REFERENCE --yes [--by NAME]',
  does: 'Removes all that was typed, for good, from restored backups too.',
  texts: ['by'],
  switches: ['yes'],
  least: 1,
  most: 1,
  async run(call) {
    const reference = referenceOf(call);
    if (!call.is('yes')) throw new WrongUse('Erasing cannot be taken back. "show" shows what goes; say --yes to erase it.');
    const who = call.who();
    const { dataDir } = call.settings;
    await call.withRegister(async (register) => {
      await register.erase(reference, who);
      try {
        keepErased(dataDir, await register.tombstones());
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new NotPossible(
          `${reference} is erased, but the record for restored backups (${erasedFile(dataDir)}) could not be written (${code}). See that this account may write there and the disk has room, then run "purge", which writes it.`,
        );
      }
    });
    await call.output.data(
      `${reference} is erased. Backups that hold it are cleaned when they are restored, and are gone after 35 days.\n`,
    );
  },
};
