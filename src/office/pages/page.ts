import { permission, type Act, type Actor } from '../../accounts/permissions.ts';
import type { Locale } from '../../locales/labels.ts';
import type { Refusal } from '../../values/result.ts';
import { readForm, type Cookies, type Visit } from '../door.ts';
import { office, type Office } from '../office.ts';

/** What a page of the office is asked, and by whom; wholly signed in, for the door is passed. */
export interface Asked {
  office: Office;
  visit: Visit;
  actor: Actor;
  cookies: Cookies;
  /** Null where nothing is posted. A page that turns out to be hidden must leave it unread: no other page answers then. */
  form(): Promise<FormData | null>;
  query: URLSearchParams;
  locale: Locale;
  /** UTC ms; one moment for the whole page. */
  now: number;
}

/** Not theirs to know of; somewhere else to go; or the page, with what was refused of a form. */
export type Answer<Page> =
  { is: 'hidden' } | { is: 'elsewhere'; to: string } | { is: 'page'; page: Page; refusals: readonly Refusal[] };

export const hidden = { is: 'hidden' } as const;
export const elsewhere = (to: string) => ({ is: 'elsewhere', to }) as const;
export const shown = <Page>(page: Page, refusals: readonly Refusal[] = []) => ({ is: 'page', page, refusals }) as const;

/** What Astro was asked, as the functions of the pages take it. */
export function askedBy({
  request,
  url,
  cookies,
  locals,
}: {
  request: Request;
  url: URL;
  cookies: Cookies;
  locals: App.Locals;
}): Asked {
  return {
    office: office(),
    visit: locals.visit!,
    actor: locals.visit!.actor!,
    cookies,
    form: async () => (request.method === 'POST' ? readForm(request) : null),
    query: url.searchParams,
    locale: locals.locale,
    now: office().now(),
  };
}

/** A text of a form; empty where it is missing. */
export function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '');
}

/** Whether an act is offered: a stale second factor hides nothing, the form asks for it. */
export function isOffered(actor: Actor, act: Act, unit: string | null, now: number): boolean {
  return ['granted', 'stale'].includes(permission(actor, act, { unit }, now));
}
