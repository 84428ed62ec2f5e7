import type { Locale } from '../../locales/labels.ts';
import { partyPath } from '../../parties/party.ts';
import { findParty } from '../../parties/storage.ts';
import { href } from '../address.ts';
import { csvFile, jsonFile, notFound, xlsxFile } from '../faces.ts';
import { csvText, isCodedIn, jsonText, streamOf, type TakenAway } from '../list/take-away.ts';
import { workbook } from '../list/workbook.ts';
import type { Portal } from '../portal.ts';
import { readDirectoryParameters, type DirectoryOf } from './directory-page.ts';
import { takeDirectory } from './directory-table.ts';
import { pageOf, readBefore, saidOf } from './party-page.ts';
import { takeRecords } from './records-table.ts';

type TableFace = 'csv' | 'xlsx' | 'json';

/** The records of a party or unit, all of them, as a file; under the other's address it leads to its own. */
export async function partyFace(
  portal: Portal,
  {
    id,
    asUnit,
    search,
    face,
    locale,
  }: { id: string; asUnit: boolean; search: URLSearchParams; face: TableFace; locale: Locale },
): Promise<Response> {
  const party = findParty(portal.database, id);
  if (!party) return notFound();
  const path = partyPath(id, party.isUnit);
  if (party.isUnit !== asUnit)
    return new Response(null, { status: 301, headers: { location: href(locale, `${path}.${face}`) } });
  const isCoded = face === 'json' || isCodedIn(search);
  const before = readBefore(search.get('before'));
  const table = takeRecords(portal, { id, path }, { locale, isCoded, face, ...(before !== undefined && { before }) });
  const said = () => saidOf(pageOf(portal, party, null, locale));
  return fileOf(table, { name: id, said, face, isCoded, locale });
}

/** A directory as a file. */
export async function directoryFace(
  portal: Portal,
  of: DirectoryOf,
  { search, face, locale }: { search: URLSearchParams; face: TableFace; locale: Locale },
): Promise<Response> {
  const parameters = readDirectoryParameters(search);
  const isCoded = face === 'json' || isCodedIn(search);
  const table = takeDirectory(portal, of, parameters, { locale, isCoded, face });
  return fileOf(table, { name: of, said: () => ({ directory: of, asked: parameters }), face, isCoded, locale });
}

interface File {
  name: string;
  /** What the JSON says above its rows. */
  said(): object;
  face: TableFace;
  isCoded: boolean;
  locale: Locale;
}

async function fileOf(table: TakenAway, { name, said, face, isCoded, locale }: File): Promise<Response> {
  switch (face) {
    case 'csv':
      return csvFile(name, streamOf(csvText(table, isCoded, locale)), table.next);
    case 'xlsx':
      return xlsxFile(name, await workbook(table, isCoded, locale), table.next);
    case 'json':
      return jsonFile(streamOf(jsonText(table, said())), table.next);
  }
}
