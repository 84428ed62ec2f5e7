import * as z from 'zod';
import {
  BEGINNING,
  changesAfter,
  changesBefore,
  END,
  isKnown,
  type Change,
  type Position,
} from '../../notices/changes/changes.ts';
import type { Release } from '../../notices/release.ts';
import { dayOf } from '../../values/date.ts';
import { noticePath, withQuery } from '../address.ts';
import { ocdsPath } from '../ocds/addresses.ts';
import { publicOcid } from '../ocds/ocid.ts';
import type { Portal } from '../portal.ts';
import { typedMost } from '../typed.ts';
import { actOf } from '../record/life.ts';

export const CHANGES = '/api/changes';
/** To go on after a position, or back before one; `last`: from the newest. */
export const CHANGES_PARAMETERS: readonly string[] = ['after', 'before', 'limit'];
const CURSOR = /^(\d{1,15})-(\d{1,15})-(\d{1,15})$/;
/** How each is read. */
export const CHANGES_VALUES = {
  after: z.string().regex(CURSOR),
  before: z.union([z.literal('last'), z.string().regex(CURSOR)]),
  limit: typedMost,
};
const USUAL = 50;
const MOST = 200;

export interface ChangesQuery {
  side: 'after' | 'before';
  position: Position;
  limit: number;
}

/** Everything that was published, corrected, withdrawn, redacted or moved here, in the order in which it was. */
export interface ChangesPage {
  changes: ChangeEntry[];
  /** From where to go on, now or later. */
  after: string | null;
  next: string | null;
  previous: string | null;
}

export type ChangeEntry = {
  cursor: string;
  change: 'published' | 'corrected' | 'withdrawn' | 'redacted' | 'moved';
  /** When it came about here; UTC. */
  at: string;
  /** The same as a day in Shanghai. */
  on: string;
} & (ReleaseChange | MoveChange);

interface ReleaseChange {
  notice: { id: number; url: string; json: string; ocds: string | null };
  register: string;
  kind: string;
  /** Of the record that has it now. */
  ocid: string;
  title: string;
  publishedAt: string;
  /** The notice that it corrects, changes or withdraws. */
  amends: number | null;
  /** Why it was withdrawn or redacted. */
  reason: string | null;
  hash: string;
  /** As it reads now: what was redacted is not in it. */
  content: Release['content'];
}

interface MoveChange {
  /** Two records were joined, or a notice was parted from its record. */
  how: 'join' | 'part';
  from: string;
  to: string;
  notices: { id: number; url: string }[];
}

/** Null for what is no cursor: to begin anew without a word would repeat everything. */
export function readChangesQuery(search: URLSearchParams): ChangesQuery | null {
  const [after, before, limit] = [search.get('after'), search.get('before'), search.get('limit') ?? String(USUAL)];
  if ((after !== null && before !== null) || !typedMost.safeParse(limit).success) return null;
  const position = before === 'last' ? END : readCursor(before ?? after);
  return position && { side: before === null ? 'after' : 'before', position, limit: Math.min(Number(limit), MOST) };
}

function readCursor(text: string | null): Position | null {
  if (text === null) return BEGINNING;
  const [, event, seq, at] = CURSOR.exec(text) ?? [];
  return event === undefined ? null : { event: Number(event), seq: Number(seq), at: Number(at) };
}

function cursorOf({ event, seq, at }: Position): string {
  return `${event}-${seq}-${at}`;
}

/** Undefined for a cursor of another database, or of what was lost since: its reader must begin anew. */
export function changesPage(portal: Portal, { side, position, limit }: ChangesQuery): ChangesPage | undefined {
  const { database } = portal;
  if (!isKnown(database, position)) return undefined;
  const found = side === 'after' ? changesAfter(database, position, limit) : changesBefore(database, position, limit);
  const changes = side === 'after' ? found : found.toReversed();
  const [first, last] = [changes[0]?.position, changes.at(-1)?.position];
  const at = (query: Record<string, string>) => withQuery(CHANGES, { ...query, limit });
  const isFirst = first === undefined || changesBefore(database, first, 1).length === 0;
  const isLast = last === undefined || changesAfter(database, last, 1).length === 0;
  const goOn = last ?? (side === 'after' && position.event > 0 ? position : null);
  return {
    changes: changes.map((change) => entryOf(portal, change)),
    after: goOn && cursorOf(goOn),
    next: isLast ? null : at({ after: cursorOf(last) }),
    previous: isFirst ? null : at({ before: cursorOf(first) }),
  };
}

function entryOf(portal: Portal, change: Change): ChangeEntry {
  const head = {
    cursor: cursorOf(change.position),
    at: new Date(change.at).toISOString(),
    on: dayOf(change.at),
  };
  const url = (path: string) => new URL(path, portal.settings.origin).href;
  if (change.act === 'move') {
    const { act: how, ocid, into } = change.decision;
    return {
      ...head,
      change: 'moved',
      how,
      from: publicOcid(ocid, portal),
      to: publicOcid(into, portal),
      notices: change.releases.map((id) => ({ id, url: url(noticePath(id)) })),
    };
  }
  const { release } = change;
  const isRedacted = change.act === 'redact';
  const { content } = release;
  return {
    ...head,
    change: isRedacted ? 'redacted' : whatOf(release),
    ...toldRelease(portal, release),
    reason: (isRedacted ? content.redaction?.reason : content.reason) ?? null,
  };
}

/** A notice as programs are told it, here and in the bulk files. */
export function toldRelease(portal: Portal, release: Release): ReleaseChange {
  const { id, register, kind, ocid, publishedAt, amends, hash, content } = release;
  const url = (path: string) => new URL(path, portal.settings.origin).href;
  const ocds = ocdsPath({ register, id });
  return {
    notice: { id, url: url(noticePath(id)), json: url(`${noticePath(id)}.json`), ocds: ocds && url(ocds) },
    register,
    kind,
    ocid: publicOcid(ocid, portal),
    title: content.title,
    publishedAt: new Date(publishedAt).toISOString(),
    amends,
    reason: content.reason ?? null,
    hash,
    content,
  };
}

function whatOf(release: Release): 'published' | 'corrected' | 'withdrawn' {
  const act = actOf(release);
  if (act === 'withdraw') return 'withdrawn';
  return act === 'change' || release.amends !== null ? 'corrected' : 'published';
}
