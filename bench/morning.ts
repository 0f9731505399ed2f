import type { OpenedClass } from '../src/sis/attendance/opened/service.ts';
import type { TodaysClasses } from '../src/sis/scheduling/today/queries.ts';
import { type Answer, drive, type Load, Visitor } from './load.ts';
import type { BenchOptions } from './main.ts';
import { demoPeople, signedIn, startProduct } from './product.ts';
import { type Row, row } from './report.ts';

const TEACHERS = 40;
const SECONDS = 20;
const WARM_UP_SECONDS = 5;
/** Class submissions in a second that a school morning needs. */
const NEEDED = 100;

type Teacher = { visitor: Visitor; classes: { sectionId: number; periodId: number; day: string }[] };

/**
 * A school morning over HTTP: teachers in their own sandboxes open a class and submit its attendance, one class after the
 * other, with server, database and load on this machine. Beside it the rate of requests that do nothing.
 */
export async function rows({ seconds = SECONDS }: BenchOptions): Promise<Row[]> {
  const product = await startProduct();
  try {
    const people = (await demoPeople(product.origin)).filter((person) => person.role === 'teacher');
    const teachers: Teacher[] = [];
    for (const { accountId } of people.slice(0, TEACHERS)) {
      const teacher = await begin(await signedIn(product.origin, accountId));
      if (teacher.classes.length > 0) teachers.push(teacher);
    }
    await drive(teachers, WARM_UP_SECONDS, submit);
    const morning = await drive(teachers, seconds, submit);
    const nothing = await idle(product.origin, teachers.length, seconds);
    if (morning.firstError) console.error(`First error: ${morning.firstError}`);
    return [
      row('morning', 'teachers', 'people', teachers.length),
      row('morning', 'class submissions', '1/s', morning.perSecond, NEEDED),
      row('morning', 'requests', '1/s', morning.perSecond * 2, nothing.perSecond),
      row('morning', 'opening and submitting p50', 'ms', morning.p50, nothing.p50 * 2),
      row('morning', 'opening and submitting p99', 'ms', morning.p99, nothing.p99 * 2),
      row('morning', 'errors', 'count', morning.errors),
    ];
  } finally {
    await product.stop();
  }
}

async function begin(visitor: Visitor): Promise<Teacher> {
  const { body } = await visitor.send('GET', '/sandbox/api/schedule/today');
  const { day, classes } = JSON.parse(body) as TodaysClasses;
  return {
    visitor,
    classes: classes.map(({ sectionId, periodId }) => ({ sectionId, periodId, day: day?.day ?? '' })),
  };
}

async function submit({ visitor, classes }: Teacher, round: number): Promise<Answer> {
  const { sectionId, periodId, day } = classes[round % classes.length]!;
  const opened = await visitor.send(
    'GET',
    `/sandbox/api/attendance/classes/${sectionId}?day=${day}&periodId=${periodId}`,
  );
  if (opened.status !== 200) return opened;
  const { version, students, codes } = JSON.parse(opened.body) as OpenedClass;
  const absent = codes.find((code) => code.category === 'absent' && code.key !== null);
  const here = students.filter((student) => student.inSession);
  const away = here[round % Math.max(here.length, 1)];
  const marks = absent && away ? [{ studentId: away.studentId, codeId: absent.id }] : [];
  return visitor.send('PUT', `/sandbox/api/attendance/classes/${sectionId}/days/${day}/periods/${periodId}`, {
    version,
    marks,
    post: false,
  });
}

async function idle(origin: string, visitors: number, seconds: number): Promise<Load> {
  const idlers = Array.from({ length: visitors }, () => new Visitor(origin));
  const load = await drive(idlers, Math.min(seconds, 5), (visitor) => visitor.send('GET', '/health/live'));
  for (const visitor of idlers) visitor.close();
  return load;
}
