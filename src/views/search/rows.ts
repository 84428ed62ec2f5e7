import type { Locale } from '../../locales/labels.ts';
import { verdictsOfRecords } from '../../clock/storage.ts';
import { textsOfFiles } from '../../notices/attachments/storage.ts';
import { findRecords, findReleases } from '../../notices/storage.ts';
import { partyNames } from '../../parties/storage.ts';
import type { SearchPage } from '../../search/engine.ts';
import type { Portal } from '../portal.ts';
import { searchRow, type SearchRow } from './row.ts';

/** What a search found, as rows, in its order; what is not there any more is left out. */
export function rowsOf(
  { database }: Portal,
  page: Pick<SearchPage, 'hits' | 'words'>,
  locale: Locale,
  now: number,
): SearchRow[] {
  const releases = findReleases(
    database,
    page.hits.map(({ id }) => id),
  );
  const records = new Map(
    findRecords(
      database,
      page.hits.map(({ ocid }) => ocid),
    ).map((record) => [record.ocid, record]),
  );
  const names = partyNames(
    database,
    [...records.values()].map(({ unit }) => unit),
  );
  const verdicts = Map.groupBy(verdictsOfRecords(database, [...records.keys()]), ({ ocid }) => ocid);
  return releases.flatMap((release) => {
    const record = records.get(release.ocid);
    return record
      ? [
          searchRow(
            release,
            record,
            names.get(record.unit),
            page.words,
            locale,
            now,
            textsOfFiles(database, release),
            verdicts.get(record.ocid),
          ),
        ]
      : [];
  });
}
