import type { Actor } from '../../accounts/permissions.ts';
import { actorOfToken } from '../../accounts/tokens/token.ts';
import type { Locale } from '../../locales/labels.ts';
import type { Refusal } from '../../values/result.ts';
import { href } from '../../views/address.ts';
import { problem, problemOf, type AskedAt } from '../../views/problem.ts';
import { addressOf, settingsAt, statusOf } from '../door.ts';
import { sentenceOf } from '../form/sentence.ts';
import type { Office } from '../office.ts';

/** Who asks by `Authorization: Bearer gongshi_…`; null where the token opens nothing. */
export function machineOf({ database, settings, now }: Office, { headers }: Request): Actor | null {
  const token = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1];
  return token === undefined
    ? null
    : actorOfToken(database, token, addressOf(headers), settingsAt(settings, headers), now());
}

/** Each refusal with its code, the path of its member, and a sentence: the `errors` of a problem, as everywhere. */
export function refused(
  refusals: readonly Refusal[],
  at: AskedAt,
  status: number = machineStatus(refusals),
  headers: Record<string, string> = {},
): Response {
  const { locale } = at;
  const errors = refusals.map(({ path = '', code, found, expected, ...refusal }) => ({
    name: path,
    code,
    ...(found !== undefined && { found }),
    ...(expected !== undefined && { expected }),
    detail: sentenceOf(
      { path, code, ...refusal, ...(found !== undefined && { found }), ...(expected !== undefined && { expected }) },
      locale,
    ),
  }));
  const again: Record<string, string> = status === 429 || status === 503 ? { 'retry-after': RETRY_AFTER } : {};
  return problem(problemOf(status), at, { errors }, { ...again, ...headers });
}

/** Seconds. */
const RETRY_AFTER = '5';

/** The address of a request, in its language. */
export function askedAt({ url, locals: { locale } }: { url: URL; locals: { locale: Locale } }): AskedAt {
  return { locale, path: href(locale, url.pathname) };
}

/** 401, for whoever's token opens nothing. */
export function unknownToken(at: AskedAt): Response {
  return refused([{ code: 'token-wrong' }], at, 401, { 'www-authenticate': 'Bearer' });
}

/** 415, for what is sent as another type than is read. */
export function otherType(at: AskedAt, expected: string): Response {
  return refused([{ code: 'not-json-type', expected }], at, 415);
}

function machineStatus(refusals: readonly Refusal[]): number {
  const codes = refusals.map(({ code }) => code);
  if (codes.includes('key-reused')) return 409;
  return codes.includes('disk-full') ? 507 : statusOf(refusals);
}
