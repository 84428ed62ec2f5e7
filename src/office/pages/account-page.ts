import { listPasskeys, passkeysWorkAt, removePasskey } from '../../accounts/factors/passkeys.ts';
import { renewRecoveryCodes } from '../../accounts/factors/recovery-codes.ts';
import { recoveryCodesLeft, totpSince } from '../../accounts/factors/storage.ts';
import type { Actor } from '../../accounts/permissions.ts';
import { endOtherSessions, endSession, listSessions } from '../../accounts/sessions/sessions.ts';
import { makeDeskToken, revokeDeskToken } from '../../accounts/tokens/desk-token.ts';
import { findDeskToken } from '../../accounts/tokens/storage.ts';
import { fill, labels } from '../../locales/labels.ts';
import { done, type Refusal, type Result } from '../../values/result.ts';
import { deviceName } from '../device-name.ts';
import { confirmBy } from '../door.ts';
import { shortMinute } from '../names.ts';
import { followDesk, stopDesk, toldOf, type DeskTold } from './desk-following.ts';
import { shown, textOf, type Answer, type Asked } from './page.ts';

/** An officer's own sessions, authenticator, recovery codes and passkeys. */
export interface AccountPage {
  /** Whether to say that it was done; new codes say it themselves. */
  isDone: boolean;
  /** New recovery codes: told once. */
  codes: readonly string[];
  sessions: { id: string; address: string; device: string; times: string; isHere: boolean }[];
  /** In words; and whether there is one. */
  authenticator: { said: string; isSet: boolean };
  codesLeft: string;
  /** The feed of the desk: since when there is a token, and its address where it was just made. */
  feed: { said: string; isSet: boolean; address: string | null };
  told: DeskTold;
  isAsked: boolean;
  passkeys: { id: string; name: string; madeAt: string }[];
  canAddPasskey: boolean;
}

export async function accountPage(asked: Asked): Promise<Answer<AccountPage>> {
  const { database, settings } = asked.office;
  const { visit, locale, now } = asked;
  const t = labels(locale).office.people;
  const form = await asked.form();
  const acted: Acted = form ? actOnAccount(asked, form) : { actor: asked.actor, refusals: [], codes: [] };
  const { actor, refusals, codes } = acted;
  const since = totpSince(database, actor.id);
  return shown(
    {
      isDone: form !== null && refusals.length === 0 && codes.length === 0 && !acted.token && !acted.isAsked,
      codes,
      sessions: listSessions(database, actor, visit.token!, now).map(
        ({ id, address, agent, startedAt, seenAt, here }) => ({
          id,
          address,
          device: deviceName(agent, locale),
          times: fill(t.started, { at: shortMinute(startedAt, now), seen: shortMinute(seenAt, now) }),
          isHere: here,
        }),
      ),
      authenticator: {
        said: since === null ? t.noAuthenticator : fill(t.authenticatorSet, { at: shortMinute(since, now) }),
        isSet: since !== null,
      },
      codesLeft: fill(t.codesLeft, { n: recoveryCodesLeft(database, actor.id) }),
      feed: feedOf(asked, actor, acted.token),
      told: toldOf(asked, actor),
      isAsked: acted.isAsked === true,
      passkeys: listPasskeys(database, actor).map(({ id, name, madeAt }) => ({
        id,
        name,
        madeAt: shortMinute(madeAt, now),
      })),
      canAddPasskey: passkeysWorkAt(settings.origin),
    },
    refusals,
  );
}

interface Acted {
  /** With the second factor that the form brought. */
  actor: Actor;
  refusals: readonly Refusal[];
  codes: readonly string[];
  /** Of a feed, just made. */
  token?: string;
  /** A letter is on its way that asks whether the address is theirs. */
  isAsked?: boolean;
}

function feedOf(
  { office: { database, settings }, locale, now }: Asked,
  actor: Actor,
  token?: string,
): AccountPage['feed'] {
  const t = labels(locale).office.people;
  const kept = findDeskToken(database, actor.id);
  const used = kept && (kept.usedAt === null ? t.feedUnused : fill(t.feedUsed, { at: shortMinute(kept.usedAt, now) }));
  return {
    said: kept ? fill(t.feedSet, { at: shortMinute(kept.madeAt, now), used: used! }) : t.noFeed,
    isSet: kept !== undefined,
    address: token ? new URL(`/office/desk/${token}.atom`, settings.origin).href : null,
  };
}

function actOnAccount(asked: Asked, form: FormData): Acted {
  const { office, visit, cookies } = asked;
  const confirmed = confirmBy(office, visit, cookies, textOf(form, 'code'));
  if (!confirmed.ok) return { actor: visit.actor!, refusals: confirmed.refusals, codes: [] };
  const actor = confirmed.value;
  const act = textOf(form, '_act');
  if (act === 'feed')
    return { actor, refusals: [], codes: [], token: makeDeskToken(office.database, actor, asked.now) };
  if (act === 'follow') {
    const refusals = followDesk(asked, actor, form);
    return { actor, refusals, codes: [], isAsked: refusals.length === 0 };
  }
  const result = resultOf(asked, actor, act, textOf(form, 'id'));
  return result.ok
    ? { actor, refusals: [], codes: result.value ?? [] }
    : { actor, refusals: result.refusals, codes: [] };
}

/** New recovery codes, where they were asked for. */
function resultOf(
  { office: { database }, visit, now }: Asked,
  actor: Actor,
  act: string,
  id: string,
): Result<string[] | null> {
  switch (act) {
    case 'end':
      return endSession(database, actor, id, now);
    case 'endOthers':
      endOtherSessions(database, actor, visit.token!, now);
      return done(null);
    case 'codes':
      return renewRecoveryCodes(database, actor, now);
    case 'endFeed':
      revokeDeskToken(database, actor, now);
      return done(null);
    case 'unfollow':
      return stopDesk(database, actor, id, now);
    case 'passkey':
      return removePasskey(database, actor, id, now);
    default:
      return done(null);
  }
}
