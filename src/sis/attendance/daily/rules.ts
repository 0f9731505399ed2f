/*
 * The code of a day, derived from the classes of that day by minutes. Illinois, as the Chicago Public Schools
 * apply it: 300 minutes attended make a whole day, 150 a half, fewer none. Both numbers are the school's own.
 * On a day with fewer minutes (early release, a short schedule) they shrink with it: a student needs the same
 * share of what was scheduled as of the school's longest day (our reading; the source is silent).
 * Not taken counts as attended, and the day stays incomplete. Homeroom, lunch and other periods that are not
 * instruction count nothing. Arrival and dismissal times inform only; the weight of the code decides.
 * Example: seven classes of 50 minutes, one missed: 300 of 350, present. Two missed: 250, a half day.
 */

export type Category =
  | 'present'
  | 'absent'
  | 'tardy'
  | 'early-departure'
  | 'school-function'
  | 'in-school-suspension'
  | 'out-of-school-suspension';

/** A code as far as arithmetic needs it. `weight`: the share that counts as attended, such as '0.500'. */
export type WeighedCode = {
  id: number;
  code: string;
  category: Category;
  excused: boolean;
  weight: string;
};

/** What a school has set for its day (table `schools`), and the instructional minutes of its longest bells. */
export type DayRules = {
  fullDayMinutes: number;
  halfDayMinutes: number;
  longestDayMinutes: number;
  dailyFrom: 'class' | 'daily';
  mixedAbsence: 'unexcused-wins' | 'excused-wins';
};

/** A student's period on the day, in order of the bells. `code` is the effective one; null: present by default. */
export type PeriodOfDay = {
  minutes: number;
  instructional: boolean;
  homeroom: boolean;
  taken: boolean;
  code: WeighedCode | null;
};

/** `value`: the part of the day attended, for rates. `incomplete`: a class that counts was not taken. */
export type DerivedDay = {
  codeId: number;
  value: string;
  minutesAttended: number;
  minutesScheduled: number;
  incomplete: boolean;
};

/**
 * The day of one student; null when nothing that counts was scheduled. `dayCodes` are the school's codes of
 * scope `day`, among them one present and one absent.
 */
export function deriveDay(
  periods: readonly PeriodOfDay[],
  rules: DayRules,
  dayCodes: readonly WeighedCode[],
): DerivedDay | null {
  const counted = periods.filter((period) => period.instructional && !period.homeroom);
  const scheduled = sum(counted.map((period) => period.minutes));
  if (rules.dailyFrom === 'daily') return fromHomeroom(periods, scheduled, dayCodes);
  if (counted.length === 0) return null;

  const attended = sum(counted.map((period) => period.minutes * thousandths(weightOf(period))));
  const share = shareOfDay(attended, scheduled, rules);
  return {
    codeId: (share === 1000
      ? presentCode(counted, scheduled, dayCodes)
      : absentCode(counted, share, rules, dayCodes)
    ).id,
    value: (share / 1000).toFixed(3),
    minutesAttended: Math.floor(attended / 1000),
    minutesScheduled: scheduled,
    incomplete: counted.some((period) => !period.taken),
  };
}

/** Whether a school's day codes suffice to name a day: at least a present and an absent one. */
export function namesDays(dayCodes: readonly WeighedCode[]): boolean {
  return ['present', 'absent'].every((category) => dayCodes.some((code) => code.category === category));
}

/** Thousandths of the day, from thousandths of minutes; whole-number arithmetic, so that 300 is 300. */
function shareOfDay(attended: number, scheduled: number, rules: DayRules): 0 | 500 | 1000 {
  const longest = Math.max(rules.longestDayMinutes, rules.fullDayMinutes);
  const reached = (minutes: number) => attended * longest >= minutes * Math.min(scheduled, longest) * 1000;
  return reached(rules.fullDayMinutes) ? 1000 : reached(rules.halfDayMinutes) ? 500 : 0;
}

/** School function or suspension in school when it fills half of the day; else late at its start, early at its end. */
function presentCode(
  counted: readonly PeriodOfDay[],
  scheduled: number,
  dayCodes: readonly WeighedCode[],
): WeighedCode {
  const fills = (category: Category) =>
    2 * sum(counted.filter((period) => categoryOf(period) === category).map((period) => period.minutes)) >=
    scheduled;
  const category =
    (['school-function', 'in-school-suspension'] as const).find(fills) ??
    (categoryOf(counted[0]) === 'tardy' ? 'tardy' : null) ??
    (categoryOf(counted.at(-1)) === 'early-departure' ? 'early-departure' : 'present');
  return pick(dayCodes, category, null, 1000) ?? pick(dayCodes, 'present', null, 1000) ?? dayCodes[0]!;
}

/**
 * Out-of-school suspension when it makes at least half of the time missed; else excused when an excuse covers
 * all of it, and by the school's own rule when it covers a part.
 */
function absentCode(
  counted: readonly PeriodOfDay[],
  share: 0 | 500,
  rules: DayRules,
  dayCodes: readonly WeighedCode[],
): WeighedCode {
  const missed = (matches: (code: WeighedCode) => boolean) =>
    sum(
      counted
        .filter((period) => period.taken && period.code !== null && matches(period.code))
        .map((period) => period.minutes * (1000 - thousandths(weightOf(period)))),
    );
  const suspended = missed((code) => code.category === 'out-of-school-suspension');
  if (suspended > 0 && 2 * suspended >= missed(() => true)) {
    const code = pick(dayCodes, 'out-of-school-suspension', null, share);
    if (code) return code;
  }
  const unexcused = missed((code) => code.category !== 'out-of-school-suspension' && !code.excused) > 0;
  const excused = missed((code) => code.category !== 'out-of-school-suspension' && code.excused) > 0;
  const isExcused = unexcused && excused ? rules.mixedAbsence === 'excused-wins' : !unexcused;
  return pick(dayCodes, 'absent', isExcused, share) ?? pick(dayCodes, 'absent', null, share) ?? dayCodes[0]!;
}

/** Elementary schools take attendance once: the homeroom's mark is the day. */
function fromHomeroom(
  periods: readonly PeriodOfDay[],
  scheduled: number,
  dayCodes: readonly WeighedCode[],
): DerivedDay | null {
  const homeroom = periods.find((period) => period.homeroom);
  if (!homeroom) return null;
  const mark = homeroom.taken ? homeroom.code : null;
  const code =
    (mark && dayCodes.find((day) => day.code === mark.code)) ??
    (mark && pick(dayCodes, mark.category, mark.excused, thousandths(mark.weight))) ??
    pick(dayCodes, 'present', null, 1000) ??
    dayCodes[0]!;
  const share = thousandths(code.weight);
  return {
    codeId: code.id,
    value: (share / 1000).toFixed(3),
    minutesAttended: Math.floor((scheduled * share) / 1000),
    minutesScheduled: scheduled,
    incomplete: !homeroom.taken,
  };
}

/** The code of a category (and excuse, unless null) whose weight is nearest to the share. */
function pick(
  codes: readonly WeighedCode[],
  category: Category,
  excused: boolean | null,
  share: number,
): WeighedCode | undefined {
  const distance = (code: WeighedCode) => Math.abs(thousandths(code.weight) - share);
  return codes
    .filter((code) => code.category === category && (excused === null || code.excused === excused))
    .reduce<WeighedCode | undefined>(
      (best, code) => (best && distance(best) <= distance(code) ? best : code),
      undefined,
    );
}

function weightOf(period: PeriodOfDay): string {
  return period.taken && period.code ? period.code.weight : '1';
}

function categoryOf(period: PeriodOfDay | undefined): Category | null {
  return period?.taken && period.code ? period.code.category : null;
}

function thousandths(weight: string): number {
  return Math.round(Number(weight) * 1000);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
