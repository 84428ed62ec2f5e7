import type { Database } from '../database/database.ts';
import { deleteFollow, findDelivery, findFollow, pauseFollow } from './storage.ts';

/** What came back of a mail: there is no such mailbox, it will be tried again, or its reader calls it unwanted. */
export interface Returned {
  delivery: string;
  is: 'gone' | 'delayed' | 'unwanted';
}

const LONGEST = 200_000;

/**
 * Reads a mail that came back to the sender's address: a report of a mail server (RFC 3464) or of a reader's complaint
 * (RFC 5965). Which delivery it was is said by the address it came back to (`…+d0123456789abcdef@…`) or by the Message-ID it
 * encloses. Null for what is no such report: an answer by hand, or an absence note.
 */
export function readReturned(mail: string): Returned | null {
  const text = mail.slice(0, LONGEST);
  const [, delivery] =
    /^(?:Delivered-To|X-Original-To|To|Envelope-To):[^\n]{0,300}\+(d[0-9a-f]{16})@/im.exec(text) ??
    /^Message-ID:\s{0,5}<(d[0-9a-f]{16})@/im.exec(text) ??
    [];
  if (!delivery) return null;
  if (/^Feedback-Type:\s{0,5}(?:abuse|fraud|opt-out)/im.test(text)) return { delivery, is: 'unwanted' };
  const [, status] = /^Status:\s{0,5}([245])\.\d{1,3}\.\d{1,3}/im.exec(text) ?? [];
  const [, action = ''] = /^Action:\s{0,5}(\w{1,20})/im.exec(text) ?? [];
  if (status === '5' && action.toLowerCase() !== 'delayed') return { delivery, is: 'gone' };
  return status === '4' || action.toLowerCase() === 'delayed' ? { delivery, is: 'delayed' } : null;
}

/** Ends or pauses what was followed, as the report says; false when it is of nothing that is followed. */
export function takeReturned(database: Database, { delivery, is }: Returned): boolean {
  return database.transaction(() => {
    const follow = findDelivery(database, delivery)?.follow;
    if (follow === undefined || !findFollow(database, follow)) return false;
    if (is === 'unwanted') deleteFollow(database, follow);
    else if (is === 'gone') pauseFollow(database, follow, '5.x.x');
    return true;
  });
}
