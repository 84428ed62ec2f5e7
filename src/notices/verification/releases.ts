import type { Database } from '../../database/database.ts';
import type { Notice } from '../../registers/notice.ts';
import { sha256 } from '../../values/canonical.ts';
import { DAY_CAPACITY, firstKeyAt } from '../../values/order-key.ts';
import { allLostNumbers } from '../mark/storage.ts';
import type { StoredRelease } from '../storage.ts';
import type { Findings } from './findings.ts';
import { eventNumbers, redactedHashes, sourceKeysOf, storedReleasesAfter } from './storage.ts';

const BATCH = 1_000;

/** Each release says what its hash says, its columns say what it says, and no number is missing but those known to be lost. */
export function checkReleases(database: Database, findings: Findings): { releases: number; redacted: number } {
  const redacted = redactedHashes(database);
  const isLost = lostNumbers(database);
  let releases = 0;
  let last = 0;
  for (;;) {
    const batch = storedReleasesAfter(database, last, BATCH);
    if (batch.length === 0) return { releases, redacted: redacted.size };
    const amended = sourceKeysOf(
      database,
      batch.flatMap(({ amends }) => amends ?? []),
    );
    for (const release of batch) {
      for (let seq = last + 1; seq < release.seq; seq = isLost(seq) ?? reportHole(findings, seq, release.seq));
      last = release.seq;
      if (sha256(release.content) !== (redacted.get(release.id) ?? release.hash))
        findings.add('release-hash', String(release.id));
      else if (columnsOf(release) !== saidBy(release, amended)) findings.add('release-columns', String(release.id));
    }
    releases += batch.length;
  }
}

/** The number after those lost from here on; undefined where none was. */
function lostNumbers(database: Database): (seq: number) => number | undefined {
  const lost = allLostNumbers(database);
  return (seq) => {
    const found = lost.find(({ afterSeq, untilSeq }) => afterSeq < seq && seq <= untilSeq);
    return found && found.untilSeq + 1;
  };
}

function reportHole(findings: Findings, from: number, until: number): number {
  findings.add('sequence-hole', from === until - 1 ? String(from) : `${from}–${until - 1}`);
  return until;
}

/** What stands beside the content, outside of its hash. */
function columnsOf({ id, register, kind, sourceKey, publishedAt, amends }: StoredRelease): string {
  const first = firstKeyAt(publishedAt);
  return JSON.stringify([id >= first && id < first + DAY_CAPACITY, register, kind, sourceKey, publishedAt, amends]);
}

/** The same as the content says it. A notice that amends a source's key amends the release of that key. */
function saidBy({ content, amends }: StoredRelease, keys: ReadonlyMap<number, string>): string {
  const notice = JSON.parse(content) as Notice;
  const isAsSaid = (amends === null ? undefined : keys.get(amends)) === notice.amends;
  return JSON.stringify([
    true,
    notice.register,
    notice.kind,
    notice.id,
    notice.publishedAt,
    isAsSaid ? amends : (notice.amends ?? null),
  ]);
}

/** Events are numbered without holes too; how many there are. */
export function checkEvents(database: Database, findings: Findings): number {
  const { count, last } = eventNumbers(database);
  if (count !== last) findings.add('events-hole', `${count} / ${last}`);
  return count;
}
