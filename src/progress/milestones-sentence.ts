/** What a timeline shows, in words. */
import type { Reading } from '../readings/reading.ts';
import type { MilestoneShown } from './timeline.ts';

/** @returns how many steps are done, are late, and have passed their date without a word; in words of the reading */
export function milestonesSentence(milestones: readonly MilestoneShown[], reading: Reading): string {
  const count = (state: MilestoneShown['state']) => milestones.filter((one) => one.state === state).length;
  const [all, done, late, passed] = [milestones.length, count('done'), count('late'), count('passed')];
  const steps = (number: number) => `${number} ${number === 1 ? 'step' : 'steps'}`;
  if (reading === 'easy-read')
    return [
      `There ${all === 1 ? 'is' : 'are'} ${steps(all)}.`,
      done > 0 ? `${steps(done)} ${done === 1 ? 'is' : 'are'} done.` : 'We do not know of a step that is done.',
      late > 0 ? `${steps(late)} ${late === 1 ? 'is' : 'are'} late.` : '',
      passed > 0 ? `For ${steps(passed)} the date has passed. We do not know more.` : '',
    ]
      .filter(Boolean)
      .join(' ');
  return [
    `${done} of ${steps(all)} ${done === 1 ? 'is' : 'are'} known to be done.`,
    late > 0 ? `${steps(late)} ${late === 1 ? 'is' : 'are'} late.` : '',
    passed > 0
      ? `The date of ${steps(passed)} has passed, and we have found no word of whether ${passed === 1 ? 'it was' : 'they were'} done.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}
