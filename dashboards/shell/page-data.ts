import type { Role } from '../../src/shared/context.ts';

/** The pages of the navigation, each under `/live/` or `/sandbox/`. */
export type PageName = 'today' | 'attendance' | 'gradebook' | 'students' | 'controls';

/** Who and where: what the frame of every signed-in page shows. */
export type Frame = {
  space: 'live' | 'sandbox';
  /** Of the school whose rows these are. */
  schoolName: string;
  /** The day it is in this space: the sandbox's own date, or the school's today. */
  today: string;
  /** Who acts: in a sandbox, the persona. */
  person: { name: string; role: Role };
  /** Who signed in. */
  account: { id: number; name: string };
  /** The person is a persona that differs from who signed in. */
  persona: boolean;
  /** Names account, space and sandbox layer: unsaved work of one is never sent to another. */
  saveScope: string;
};

/**
 * What the server writes into `<script type="application/json" id="page-data">`. The frame is null on pages
 * that stand outside of a space, such as sign-in.
 */
export type PageData<Data> = { frame: Frame | null; data: Data };

/**
 * The first data of this page. The shape is the server's word: the page's route builds `data` as the type that
 * the page names here.
 */
export function readPageData<Data>(root: Document = document): PageData<Data> {
  const script = root.getElementById('page-data');
  return JSON.parse(script?.textContent || '{"frame":null,"data":null}') as PageData<Data>;
}
