import { passSecondFactor } from '../accounts/factors/second-factor.ts';
import { FRESH_FOR, type Actor } from '../accounts/permissions.ts';
import { deviceCookie, sessionCookie, type Cookie } from '../accounts/sessions/cookie.ts';
import { actorOf, sessionOf, type DoorSettings, type Session } from '../accounts/sessions/session.ts';
import { done, type Refusal, type Result } from '../values/result.ts';
import type { Office } from './office.ts';

/** Who stands before a page of the office, and where the request comes from. */
export interface Visit {
  address: string;
  agent: string;
  /** Of the session cookie, whether it opens anything or not. */
  token?: string;
  device?: string;
  session: Session | null;
  /** Null until wholly signed in. */
  actor: Actor | null;
}

/** As much of Astro's `cookies` as is needed. */
export interface Cookies {
  get(name: string): { value: string } | undefined;
  set(name: string, value: string, options: Cookie['options']): void;
  delete(name: string, options: Pick<Cookie['options'], 'path'>): void;
}

export function visitOf({ database, settings, now }: Office, cookies: Cookies, headers: Headers): Visit {
  const token = cookies.get(sessionCookie(settings.origin).name)?.value;
  const device = cookies.get(deviceCookie(settings.origin).name)?.value;
  const address = addressOf(headers);
  const agent = (headers.get('user-agent') ?? '').slice(0, 200);
  const session = sessionOf(database, token, address, settingsAt(settings, headers), now());
  return {
    address,
    agent,
    session,
    actor: session && actorOf(database, session),
    ...(token && { token }),
    ...(device && { device }),
  };
}

/** The client's address, as the door found it: what a client itself writes into this header never comes so far. */
export function addressOf(headers: Headers): string {
  return headers.get('x-client-address') ?? '';
}

/** What holds of demo officers depends on where the request comes from. */
export function settingsAt(settings: Office['settings'], headers: Headers): Office['settings'] & DoorSettings {
  return { ...settings, isElsewhere: settings.demoSignIn !== 'anywhere' && !headers.has('x-client-local') };
}

/** Sets the cookies of somebody who has come a step further. */
export function letIn(
  { settings }: Office,
  cookies: Cookies,
  { token, device }: { token: string; device?: string },
): void {
  const session = sessionCookie(settings.origin);
  cookies.set(session.name, token, session.options);
  if (device === undefined) return;
  const remembered = deviceCookie(settings.origin);
  cookies.set(remembered.name, device, remembered.options);
}

export function letOut({ settings }: Office, cookies: Cookies): void {
  cookies.delete(sessionCookie(settings.origin).name, { path: '/' });
}

/** Where somebody has to go before a page of the office opens; null when they may go in. */
export function detour({ session }: Visit, path: string): string | null {
  if (!session) return path === '/office' ? '/office/sign-in' : `/office/sign-in?next=${encodeURIComponent(path)}`;
  if (session.stage === 'full') return null;
  const step = { factor: '/office/factor', enrolment: '/office/enrolment', password: '/office/password' }[
    session.stage
  ];
  return path === '/office' ? step : `${step}?next=${encodeURIComponent(path)}`;
}

/** A path of the office, and nothing else: a link in a letter must not lead out of it. */
export function nextPath(typed: string | null): string {
  return typed !== null && /^\/office(?:\/[\w/-]*)?(?:\?[\w=&%.-]*)?$/.test(typed) && !typed.includes('//')
    ? typed
    : '/office';
}

/** Whether acts that publish may go through without another code. */
export function isFresh({ session }: Visit, now: number): boolean {
  return session?.confirmedAt != null && now - session.confirmedAt <= FRESH_FOR;
}

/**
 * Makes the second factor fresh when the form brought a code, so that one form carries both the act and its proof.
 * Without a code nothing happens: the act itself says `stale` when it wants one.
 */
export function confirmBy(office: Office, visit: Visit, cookies: Cookies, code: string): Result<Actor> {
  const { database, vault, settings, now } = office;
  if (code.trim() === '' || visit.token === undefined) return done(visit.actor!);
  const passed = passSecondFactor(
    database,
    vault,
    {
      token: visit.token,
      code,
      address: visit.address,
      agent: visit.agent,
      ...(visit.device && { device: visit.device }),
    },
    settings,
    now(),
  );
  if (!passed.ok) return passed;
  letIn(office, cookies, passed.value);
  const session = sessionOf(database, passed.value.token, visit.address, settings, now())!;
  return done(actorOf(database, session)!);
}

/** The form of a request; an empty one when it cannot be read, so that the page says what is missing. */
export async function readForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => new FormData());
}

/** The status of a page that tells a refusal. */
export function statusOf(refusals: readonly Refusal[]): number {
  const codes = refusals.map(({ code }) => code);
  if (codes.includes('hidden')) return 404;
  if (codes.includes('forbidden') || codes.includes('demo-elsewhere')) return 403;
  if (codes.includes('throttled') || codes.includes('busy')) return 429;
  if (codes.some((code) => ['clash', 'wrong-state', 'changed-meanwhile', 'already-published'].includes(code)))
    return 409;
  return 422;
}
