import { permission, type Actor } from '../../accounts/permissions.ts';
import { refusalOf } from '../../accounts/refusal.ts';
import { newId } from '../../accounts/secrets.ts';
import { recordAct } from '../../accounts/trail.ts';
import type { Database } from '../../database/database.ts';
import { keepIncoming } from '../../notices/attachments/keep.ts';
import { findFile } from '../../notices/attachments/storage.ts';
import type { Attachment } from '../../registers/notice.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import type { Office } from '../office.ts';
import { findUpload, insertUpload } from '../storage.ts';
import { receiveFile } from './receive.ts';

/** A file that a unit's system handed up; a notice names it by `upload`, within a day. */
export interface Upload extends Attachment {
  upload: string;
  sha256: string;
  /** Kept, though its words could not be read: search does not find them. */
  unread?: true;
  /** Kept, though no scanner answered; why. */
  unscanned?: string;
}

/**
 * Takes the one file of a form in, as it comes, and checks it as the form of a draft does. Refusals: `hidden`,
 * `forbidden`, those of `receiveFile` and `keepIncoming`.
 */
export async function takeUpload(
  { database, settings, now }: Pick<Office, 'database' | 'settings' | 'now'>,
  actor: Actor,
  request: Request,
): Promise<Result<Upload>> {
  const refusal = refusalOf(permission(actor, 'draft.write', { unit: actor.unit }, now()));
  if (refusal) return refuse(refusal);
  const received = await receiveFile(request, settings.data);
  if (!received.ok) return received;
  const kept = await keepIncoming(database, settings, received.value.name, received.value.file, now());
  if (!kept.ok) return kept;
  const upload = newId('u');
  const { unread, unscanned, ...file } = kept.value;
  return database.transaction(() => {
    insertUpload(database, { id: upload, unit: actor.unit!, ...file }, now());
    recordAct(database, actor, 'upload.keep', `upload:${upload}`, { name: file.name, size: file.size }, now());
    return done({
      upload,
      ...file,
      ...(unread && { unread }),
      ...(unscanned !== undefined && { unscanned }),
    } as Upload);
  });
}

/**
 * The files that a notice names. Refusals: `upload-unknown` (not this unit's, or a day has passed), `upload-name-twice`
 * (the second would take the place of the first).
 */
export function uploadedFiles(
  database: Database,
  unit: string | null,
  named: readonly { upload: string }[],
  now: number,
): { files: Attachment[]; refusals: Refusal[] } {
  const files: Attachment[] = [];
  const refusals: Refusal[] = [];
  for (const [index, { upload }] of named.entries()) {
    const path = `attachments.${index}.upload`;
    const found = unit === null ? undefined : findUpload(database, unit, upload, now);
    if (!found || !findFile(database, found.sha256)) refusals.push({ code: 'upload-unknown', path, found: upload });
    else if (files.some(({ name }) => name === found.name))
      refusals.push({ code: 'upload-name-twice', path, found: found.name });
    else files.push(found);
  }
  return { files, refusals };
}
