import { msg, str } from '@lit/localize';
import { formatNumber } from '../../../components/format.ts';
import type {
  AverageMode,
  DropPolicy,
  MarkBehavior,
  Visibility,
  WeightsAre,
} from '../../../src/sis/gradebook/averages/types.ts';
import type { WeightsPreview } from './weights.ts';

/** Who sees an assignment. */
export function visibilityWords(visibility: Visibility): string {
  const words: Record<Visibility, string> = {
    public: msg('Public'),
    'public-no-grades': msg('Public, no grades'),
    private: msg('Private'),
  };
  return words[visibility];
}

type Explained<Value extends string> = { value: Value; label: string; says: string };

/** The ways to average, each with what it does. */
export function averageModes(): Explained<AverageMode>[] {
  return [
    {
      value: 'total-points',
      label: msg('Total points'),
      says: msg('All points earned out of all points possible. Categories and weights do not matter.'),
    },
    {
      value: 'category-total-points',
      label: msg('Category total points'),
      says: msg('Points earned out of points possible within each category, then the categories by weight.'),
    },
    {
      value: 'categories-only',
      label: msg('Categories only'),
      says: msg(
        'The mean of the percents within each category, every assignment alike, then the categories by weight.',
      ),
    },
    {
      value: 'categories-and-assignments',
      label: msg('Categories and assignments'),
      says: msg(
        'The mean of the percents within each category, each assignment by its own weight, then the categories by weight.',
      ),
    },
  ];
}

/** The ways to read category weights. */
export function weightKinds(): Explained<WeightsAre>[] {
  return [
    {
      value: 'ratio',
      label: msg('Ratios'),
      says: msg('Each weight is a share of the sum of all: 1, 1 and 2 are the same as 25, 25 and 50.'),
    },
    {
      value: 'percent',
      label: msg('Percents'),
      says: msg('Each weight is a percent of the average and stays so, even when they do not add up to 100.'),
    },
  ];
}

/** The ways to drop low scores, with what each costs. */
export function dropPolicies(): Explained<DropPolicy>[] {
  return [
    {
      value: 'lowest-percentage',
      label: msg('Lowest percentage'),
      says: msg(
        'Drops exactly as many scores as you set, those of the lowest percent. Easy to follow, but with points not always best for the student: of 80/100, 20/100 and 1/20 it drops 1/20, which leaves 50%; dropping 20/100 would leave 67.5%.',
      ),
    },
    {
      value: 'best-for-student',
      label: msg('Best for the student'),
      says: msg(
        'Drops at most as many scores as you set, those without which the average is highest. Never worse for the student, but it may drop another score than the one that looks lowest.',
      ),
    },
  ];
}

/** What a special mark does to the average. */
export function markBehaviors(): Explained<MarkBehavior>[] {
  return [
    { value: 'exempt', label: msg('Exempt'), says: msg('The assignment does not count for the student.') },
    { value: 'zero', label: msg('Zero'), says: msg('Counts as no points.') },
    { value: 'full-points', label: msg('Full points'), says: msg('Counts as all points of the assignment.') },
    {
      value: 'fixed-percent',
      label: msg('Fixed percent'),
      says: msg('Counts as the percent you set, of the points.'),
    },
    {
      value: 'no-effect',
      label: msg('No effect'),
      says: msg('Only a remark: the points beside it count, if there are any.'),
    },
  ];
}

/** A share of the average as it is shown; exact to a tenth of a percent. */
export function shareWords(share: string | null | undefined): string {
  if (share === null || share === undefined) return msg('does not count');
  const value = Number(share);
  return `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}%`;
}

/** What the weights come to, in plain words. */
export function weightsSentence(preview: WeightsPreview): string {
  switch (preview.kind) {
    case 'unused':
      return msg('This book averages total points: every point counts the same, and weights have no effect.');
    case 'unreadable':
      return msg('One of the weights is not a number from 0 to 9999.999.');
    case 'none':
      return msg('No category has a weight, so there is no average.');
    case 'ratio':
      return msg(
        str`Weights are shares of their sum, ${preview.sum}. While a category has no scores, the others share its part.`,
      );
    case 'whole':
      return msg('The percents add up to 100. While a category has no scores, the others share its part.');
    case 'short':
      return msg(
        str`The percents add up to ${preview.sum}: ${preview.apart} can never be earned, so a student with all points has an average of ${preview.sum}%.`,
      );
    case 'over':
      return msg(
        str`The percents add up to ${preview.sum}: the ${preview.apart} beyond 100 are a bonus, so a student with all points has an average of ${preview.sum}%.`,
      );
  }
}
