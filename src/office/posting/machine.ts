import type { Actor } from '../../accounts/permissions.ts';
import { actorOfToken } from '../../accounts/tokens/token.ts';
import { language, type Locale } from '../../locales/labels.ts';
import type { Refusal } from '../../values/result.ts';
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

/** The one shape in which machines are refused: each refusal with its code, the path of its member, and a sentence. */
export function refused(
  refusals: readonly Refusal[],
  locale: Locale,
  status: number = machineStatus(refusals),
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    { refusals: refusals.map((refusal) => ({ ...refusal, sentence: sentenceOf(refusal, language(locale)) })) },
    { status, headers },
  );
}

/** 401, for whoever's token opens nothing. */
export function unknownToken(locale: Locale): Response {
  return refused([{ code: 'token-wrong' }], locale, 401, { 'www-authenticate': 'Bearer' });
}

/** 415, for what is sent as another type than is read. */
export function otherType(locale: Locale, expected: string): Response {
  return refused([{ code: 'not-json-type', expected }], locale, 415);
}

function machineStatus(refusals: readonly Refusal[]): number {
  const codes = refusals.map(({ code }) => code);
  if (codes.includes('key-reused')) return 409;
  return codes.includes('disk-full') ? 507 : statusOf(refusals);
}
