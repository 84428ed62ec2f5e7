import type { Follow } from '../../following/follow.ts';
import type { FollowerKeys } from '../../following/keys.ts';
import { deliveriesOf, findFollow, newsOf } from '../../following/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { minuteOf } from '../../values/date.ts';
import { href } from '../address.ts';
import type { Portal } from '../portal.ts';
import { readSubject } from './subject.ts';
import { titleOf } from './title.ts';

/** What whoever holds the link sees of what they follow. */
export interface ManagePage {
  follow: Follow;
  title: string;
  page: string;
  /** `z***@example.cn`: enough to know it by. */
  address: string;
  channel: string;
  state: string;
  since: string | null;
  /** Of a webhook. */
  secret: string | null;
  deliveries: { id: string; at: string; kind: string; outcome: string }[];
}

const SHOWN = 20;

/** Undefined for a link that opens nothing. */
export function managePage(portal: Portal, keys: FollowerKeys, token: string, locale: Locale): ManagePage | undefined {
  const id = keys.followOf(token);
  const follow = id === null ? undefined : findFollow(portal.database, id);
  if (!follow) return undefined;
  const t = labels(locale).following;
  return {
    follow,
    title: titleOf(portal, readSubject(follow.subject), locale) ?? follow.path,
    page: href(locale, follow.path),
    address: masked(keys.open(follow.id, follow.address) ?? '…'),
    channel: t.channels[follow.channel],
    state: t.states[follow.state],
    since: follow.confirmedAt === null ? null : minuteOf(follow.confirmedAt),
    secret: follow.channel === 'webhook' && follow.state !== 'asked' ? keys.signingKey(follow.id) : null,
    deliveries: deliveriesOf(portal.database, follow.id, SHOWN).map(
      ({ id: one, madeAt, kind, sentAt, nextAt, ...rest }) => ({
        id: one,
        at: minuteOf(madeAt),
        kind: t.deliveryKinds[kind],
        outcome:
          sentAt !== null && nextAt === null
            ? fill(t.sentAt, { at: minuteOf(sentAt) })
            : nextAt !== null
              ? fill(t.waiting, { n: rest.attempts })
              : fill(t.dead, { why: rest.failure ?? '' }),
      }),
    ),
  };
}

/** Everything that is kept of a follower. */
export function followerData(portal: Portal, keys: FollowerKeys, token: string): object | undefined {
  const id = keys.followOf(token);
  const follow = id === null ? undefined : findFollow(portal.database, id);
  if (!follow) return undefined;
  const { address, subject, ...rest } = follow;
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    ...rest,
    address: keys.open(follow.id, address),
    subject: JSON.parse(subject) as object,
    askedAt: instant(rest.askedAt),
    confirmedAt: instant(rest.confirmedAt),
    deliveries: deliveriesOf(portal.database, follow.id, 1_000).map(({ id: one, kind, madeAt, sentAt, failure }) => ({
      id: one,
      kind,
      madeAt: instant(madeAt),
      sentAt: instant(sentAt),
      failure,
      told: newsOf(portal.database, one).map(({ key }) => key),
    })),
  };
}

/** Enough to know it by, and no more: a link may be read over a shoulder. */
export function masked(address: string): string {
  const mail = /^(.)[^@]*(@.+)$/.exec(address);
  if (mail) return `${mail[1]}***${mail[2]}`;
  const { host = address } = URL.parse(address) ?? {};
  return `${host}/…`;
}
