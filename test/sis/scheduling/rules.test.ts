import { expect, test } from 'vitest';
import { runsOn } from '../../../src/sis/scheduling/rules.ts';

test.for([
  { day: '2025-08-24', runs: false },
  { day: '2025-08-25', runs: true },
  { day: '2025-10-03', runs: true },
  { day: '2025-10-06', runs: false },
])('a section of the first semester runs on $day: $runs', ({ day, runs }) => {
  expect(runsOn({ startsOn: '2025-08-25', endsOn: '2025-10-03' }, day)).toBe(runs);
});
