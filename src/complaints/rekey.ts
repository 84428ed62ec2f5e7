import type { Sealer } from '../accounts/sealer.ts';
import type { Database } from '../database/database.ts';
import { done, refuse, type Result } from '../values/result.ts';
import { allFiles, contentOf, saveContent, saveSealedText, sealedTexts } from './storage.ts';

/**
 * Seals everything by the new key; what it opens already stays, so that it may be done again. All or nothing. Returns how
 * much was sealed anew. Refusal: `secrets-unreadable` (by neither key).
 */
export function rekeyComplaints(database: Database, old: Sealer, sealer: Sealer): Result<number> {
  return database.transaction(() => {
    const texts = sealedTexts(database).map((one) => ({ ...one, anew: sealer.anew(old, one.complaint, one.sealed) }));
    const files = allFiles(database).map(({ id, complaint }) => {
      const sealed = contentOf(database, complaint, id)!;
      return { id, sealed, anew: sealer.bytesAnew(old, complaint, sealed) };
    });
    const unreadable = [...texts, ...files].filter(({ anew }) => anew === null).length;
    if (unreadable > 0) return refuse({ code: 'secrets-unreadable', found: String(unreadable) });
    const others = texts.filter(({ sealed, anew }) => sealed !== anew);
    for (const one of others) saveSealedText(database, one, one.anew!);
    const contents = files.filter(({ sealed, anew }) => sealed !== anew);
    for (const { id, anew } of contents) saveContent(database, id, anew!);
    return done(others.length + contents.length);
  });
}
