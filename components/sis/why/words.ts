import { msg } from '@lit/localize';
import type { Explanation, ItemLine, Unscored } from '../../../src/sis/gradebook/averages/types.ts';

/** Whether an item counted, and if not, why. */
export function standingWords({ standing, assumedZero, mark }: ItemLine): string {
  if (assumedZero) return msg('Taken as zero: nothing came in');
  switch (standing) {
    case 'counted':
      return mark === 'zero' ? msg('Counts as zero') : msg('Counts');
    case 'extra-credit':
      return msg('Extra credit: adds points only');
    case 'dropped-lowest':
      return msg('Dropped as lowest');
    case 'dropped-highest':
      return msg('Dropped as highest');
    case 'excused':
      return msg('Excused: left out');
    case 'no-effect':
      return msg('Marked, without effect');
    case 'blank':
      return msg('Not scored yet: left out');
    case 'not-public':
      return msg('Not shown to families: left out');
    case 'no-weight':
      return msg('Has no weight');
  }
}

/** What is done about assignments without a score. */
export function unscoredWords(unscored: Unscored): string {
  return unscored === 'left-out' ? msg('as of now') : msg('if nothing more comes in');
}

/** How this gradebook averages: the mode, the weights and the rule for dropping, in a sentence each. */
export function modeWords({ averageMode, weightsAre, dropPolicy }: Explanation): string {
  const modes = {
    'total-points': msg('Total points: all points earned over all points possible.'),
    'category-total-points': msg(
      'Category total points: points earned over points possible in each category, then weighted.',
    ),
    'categories-only': msg(
      'Categories only: the percents of a category are averaged, then the categories are weighted.',
    ),
    'categories-and-assignments': msg(
      'Categories and assignments: the percents of a category are averaged by assignment weight, then the categories are weighted.',
    ),
  };
  const weights =
    weightsAre === 'ratio'
      ? msg('Weights are shares of what counts.')
      : msg('Weights are percents of the whole grade.');
  const drops =
    dropPolicy === 'lowest-percentage'
      ? msg('Dropped scores are those with the lowest percent.')
      : msg('Dropped scores are those whose dropping helps the student most.');
  return [modes[averageMode], averageMode === 'total-points' ? '' : weights, drops].filter(Boolean).join(' ');
}
