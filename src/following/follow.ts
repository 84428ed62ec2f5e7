/** Who is told of what, and how. An address is known to this room and to whoever gave it; nobody else sees it. */

/** `wecom` 企业微信, `dingtalk` 钉钉, `feishu` 飞书: robots of a group. */
export const CHANNELS = ['mail', 'webhook', 'wecom', 'dingtalk', 'feishu'] as const;
export type Channel = (typeof CHANNELS)[number];

/** At once, at eight in the morning, or then on Mondays. */
export const RHYTHMS = ['once', 'daily', 'weekly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** One thing that one address follows. All times are UTC ms. */
export interface Follow {
  id: string;
  /** JSON of what is followed, in one spelling: the same for all who follow the same. What it says is the views' matter. */
  subject: string;
  /** Of the page that was followed, with its query and without a language. */
  path: string;
  channel: Channel;
  /** Sealed. */
  address: string;
  rhythm: Rhythm;
  /** Also of what is about to close. */
  reminds: boolean;
  locale: string;
  /** `asked`: nobody has proved yet that the address is theirs. */
  state: 'asked' | 'active' | 'paused';
  /** The officer who is told what waits for them; null for everybody else. */
  officer: string | null;
  /** Sequence number of the newest release when it began: what is older is no news. */
  afterSeq: number;
  askedAt: number;
  confirmedAt: number | null;
  /** Deliveries that failed in a row, and why the last one did. */
  failures: number;
  failure: string | null;
}

/** Something to tell one follower. The key is that of the thing told, so that it is told once. */
export interface News {
  follow: string;
  /** `release:ID`, `redact:ID:EVENT`, `remind:OCID:UNTIL:DAYS`, `owed:RELEASE:RULE`, `task:DRAFT:WHY:AT`. */
  key: string;
  /** '' for what is no record's. */
  ocid: string;
  at: number;
  dueAt: number;
}

export interface Delivery {
  /** Message-ID of a mail, id of a webhook: a receiver who got it twice can tell. */
  id: string;
  follow: string;
  /** `known`: the same was asked for again by somebody who follows it already. */
  kind: 'confirm' | 'known' | 'news';
  madeAt: number;
  /** Null when it is settled: sent, or given up. */
  nextAt: number | null;
  attempts: number;
  sentAt: number | null;
  failure: string | null;
}
