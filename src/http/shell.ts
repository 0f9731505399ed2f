import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { Space } from '../shared/context.ts';
import type { PageNeeds } from './build.ts';
import type { Env } from './env.ts';
import type { HttpProblem } from './errors.ts';
import { type Language, languageOf } from './language.ts';

/** A page to show: `page` names its element and its entry in the build, 'teacher/today' → `<r-today-page>`. */
export type Shell = {
  page: string;
  /** In English; the page's element puts its own in the reader's language. */
  title: string;
  /** The `Frame` of dashboards/shell/page-data.ts, or null for a page outside of a space. */
  frame: { space: Space['kind'] } | null;
  /** The page's first data, as its element names the type. */
  data: unknown;
  status?: 200 | 403 | 404;
};

/** The HTML of a page with its first data inlined. */
export function shell(c: Context<Env>, { page, title, frame, data, status = 200 }: Shell) {
  const element = `r-${page.split('/').at(-1)}-page`;
  const body = raw(
    `<${element}></${element}>\n<script type="application/json" id="page-data">${inlined({ frame, data })}</script>`,
  );
  return c.html(
    document({
      title,
      space: frame?.space ?? null,
      language: languageOf(c),
      needs: c.var.build.needsOf(page),
      body,
    }),
    status,
  );
}

const sayings: Record<Language, Record<'missing' | 'refused' | 'busy' | 'broken', [string, string]>> = {
  en: {
    missing: ['This page is not there', 'The address may be mistyped, or what it showed is gone.'],
    refused: ['Your role does not allow this', 'Ask the office if you think it should.'],
    busy: ['We can not answer right now', 'Nothing was changed. Load this page again in a moment.'],
    broken: ['Something went wrong on our side', 'Nothing was changed. Load this page again in a moment.'],
  },
  es: {
    missing: [
      'Esta página no existe',
      'Puede que la dirección esté mal escrita o que su contenido ya no exista.',
    ],
    refused: ['Su función no permite esto', 'Pregunte en la oficina si cree que debería.'],
    busy: ['No podemos responder ahora', 'No se cambió nada. Vuelva a cargar esta página en un momento.'],
    broken: [
      'Algo salió mal de nuestro lado',
      'No se cambió nada. Vuelva a cargar esta página en un momento.',
    ],
  },
};
const onward: Record<Language, [string, string]> = {
  en: ['Go to my sandbox', 'Report number'],
  es: ['Ir a mi espacio de práctica', 'Número de informe'],
};

/** A refusal as a page that needs no script: what happened, what to do, and a way on. */
export function errorPage(
  c: Context<Env>,
  problem: Pick<HttpProblem, 'status' | 'code'> & { requestId: string },
  headers: Record<string, string>,
) {
  const language = languageOf(c);
  const [title, todo] = sayings[language][sayingFor(problem.status)];
  const [goOn, report] = onward[language];
  const needs = { ...siteNeeds(c), preloads: [], script: null };
  const body = html`<main id="main" class="r-narrow r-stack">
<h1>${title}</h1>
<p>${todo}</p>
<p><a class="r-button is-loud" href="/">${goOn}</a></p>
${problem.status < 500 ? '' : html`<p class="r-quiet r-small">${report}: ${problem.requestId}</p>`}
</main>`;
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  return c.html(document({ title, space: null, language, needs, body }), problem.status as 500);
}

function sayingFor(status: number): 'missing' | 'refused' | 'busy' | 'broken' {
  if (status === 403) return 'refused';
  if (status === 503) return 'busy';
  return status < 500 ? 'missing' : 'broken';
}

/** The site's own styles, by way of a page that is always there; none when even that is missing. */
function siteNeeds(c: Context<Env>): PageNeeds {
  try {
    const { early, styles } = c.var.build.needsOf('teacher/sign-in');
    return { early, styles, preloads: [], script: null };
  } catch {
    return { early: [], styles: [], preloads: [], script: null };
  }
}

type Parts = {
  title: string;
  space: Space['kind'] | null;
  language: Language;
  needs: PageNeeds;
  body: ReturnType<typeof raw> | ReturnType<typeof html>;
};

function document({ title, space, language, needs, body }: Parts) {
  const prefix = space === null ? '' : space === 'sandbox' ? 'Sandbox: ' : 'Live: ';
  const lines = [
    ...needs.early.map((src) => `<script src="${src}"></script>`),
    ...needs.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...needs.preloads.map((href) => `<link rel="modulepreload" href="${href}">`),
    ...(needs.script ? [`<script type="module" src="${needs.script}"></script>`] : []),
  ];
  return html`<!doctype html>
<html lang="${language}"${space ? raw(` data-space="${space}"`) : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${prefix}${title}${space ? '' : ' · Rehearsal'}</title>
<link rel="icon" href="${icons[space ?? 'none']}">
${raw(lines.join('\n'))}
</head>
<body>
${body}
</body>
</html>`;
}

/** Spaces differ in shape, not in color alone: a ring is practice, a full square is real. */
const icons = {
  sandbox: icon('<circle cx="8" cy="8" r="6" fill="none" stroke="#b45309" stroke-width="3"/>'),
  live: icon('<rect x="1" y="1" width="14" height="14" rx="3" fill="#1d4ed8"/>'),
  none: icon('<circle cx="8" cy="8" r="7" fill="#475569"/>'),
};

function icon(shape: string): string {
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${shape}</svg>`)}`;
}

/** JSON that can not end the script element it stands in. */
function inlined(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
