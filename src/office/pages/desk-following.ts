import { mayEver, type Act, type Actor } from '../../accounts/permissions.ts';
import { networkOf } from '../../accounts/sessions/throttle.ts';
import type { Database } from '../../database/database.ts';
import { act, ask } from '../../following/asking.ts';
import { CHANNELS, RHYTHMS } from '../../following/follow.ts';
import { FollowerKeys } from '../../following/keys.ts';
import { findByOfficer } from '../../following/storage.ts';
import { fill, labels } from '../../locales/labels.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { spelled, WHYS, type Why } from '../../views/following/subject.ts';
import { masked } from '../../views/following/manage-page.ts';
import { textOf, type Asked } from './page.ts';

/** By mail or robot: which channels are offered, and what is set. */
export interface DeskTold {
  channels: { value: string; text: string }[];
  rhythms: { value: string; text: string }[];
  /** Kinds of tasks that the officer's roles bring. */
  whys: { value: string; text: string }[];
  set: { id: string; said: string }[];
}

/** How an officer is told of what waits for them, and what is offered; nothing where no address can be kept. */
export function toldOf({ office: { database, settings }, locale }: Asked, actor: Actor): DeskTold {
  const t = labels(locale).following;
  const { key, mail } = settings;
  const keys = key === undefined ? null : new FollowerKeys(key);
  return {
    channels: keys
      ? CHANNELS.filter((one) => one !== 'mail' || mail).map((value) => ({ value, text: t.channels[value] }))
      : [],
    rhythms: RHYTHMS.map((value) => ({ value, text: t.rhythms[value] })),
    whys: whysOf(actor).map((value) => ({ value, text: t.desk.whys[value] })),
    set: findByOfficer(database, actor.id).map(({ id, channel, address, rhythm, state }) => ({
      id,
      said: fill(t.desk.isSet, {
        channel: t.channels[channel],
        address: masked(keys?.open(id, address) ?? '…'),
        rhythm: t.rhythms[rhythm],
        state: t.states[state],
      }),
    })),
  };
}

/** A letter asks whether the address is theirs; until then nobody is told anything. */
export function followDesk(asked: Asked, actor: Actor, form: FormData): readonly Refusal[] {
  const { office, locale, now, visit } = asked;
  const { key, mail, webhookNetworks } = office.settings;
  const channel = CHANNELS.find((one) => one === textOf(form, 'channel')) ?? 'mail';
  const refused = refusalOf(key, channel === 'mail' && !mail);
  if (refused) return [refused];
  const chosen = whysOf(actor).filter((why) => form.has(`why:${why}`));
  const result = ask(
    office.database,
    new FollowerKeys(key!),
    {
      subject: spelled({ what: 'desk', officer: actor.id, ...(chosen.length > 0 && { whys: chosen }) }),
      path: '/office',
      channel,
      address: textOf(form, 'address').slice(0, 400),
      rhythm: RHYTHMS.find((one) => one === textOf(form, 'rhythm')) ?? 'once',
      reminds: false,
      locale,
      officer: actor.id,
    },
    networkOf(visit.address),
    webhookNetworks,
    now,
  );
  return result.ok ? [] : result.refusals;
}

const BRINGS: Record<Why, Act> = {
  returned: 'draft.write',
  refused: 'draft.write',
  review: 'draft.approve',
  issue: 'notice.publish',
};

/** What may come to wait for the officer, by the roles held. */
function whysOf(actor: Actor): Why[] {
  return WHYS.filter((why) => mayEver(actor, BRINGS[why]));
}

function refusalOf(key: string | undefined, isWithoutMail: boolean): Refusal | null {
  if (key === undefined) return { code: 'follow-no-key' };
  return isWithoutMail ? { code: 'follow-no-mail' } : null;
}

/** Their own only. Refusal: `follow-gone`. */
export function stopDesk(database: Database, actor: Actor, id: string, now: number): Result<null> {
  if (!findByOfficer(database, actor.id).some((one) => one.id === id)) return refuse({ code: 'follow-gone' });
  act(database, id, 'stop', { rhythm: 'once', reminds: false, locale: 'zh' }, 0, now);
  return done(null);
}
