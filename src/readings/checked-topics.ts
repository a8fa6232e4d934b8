/** Whether a topic's easy-read page has been checked, from its front matter and its words as they are built now. */
import { readToday } from '../settings.ts';
import { allWords } from '../words/words.ts';
import { checkOf, type Check } from './checked.ts';
import { factShown } from './facts-shown.ts';
import { localOffer } from './local-offer.ts';
import { markOf, wordsMet } from './mark.ts';
import { readMdx } from './mdx-source.ts';
import { summaryOf, titleOf, type Topic } from './topics.ts';

export async function checkOfTopic(topic: Topic): Promise<Check | undefined> {
  const words = await allWords();
  // Reading the words again takes time, so it is done only for a page that says that it was checked.
  const mark = () =>
    markOf(
      wordsMet(readMdx(topic.easyRead.body ?? ''), {
        title: titleOf(topic, 'easy-read'),
        summary: summaryOf(topic, 'easy-read'),
        meaningOf: (slug) => words.get(slug)?.easyMeaning,
        factOf: (name) => factShown(localOffer, name),
      }),
    );
  return checkOf(topic.easyRead.data, mark, readToday());
}
