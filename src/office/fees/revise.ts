import type { Actor } from '../../accounts/permissions.ts';
import type { Database } from '../../database/database.ts';
import type { DraftContent } from '../../notices/drafts/draft.ts';
import { releasesOf } from '../../notices/storage.ts';
import { listRecords } from '../../notices/lists/storage.ts';
import { compareCatalogue, type Comparison } from '../../registers/fees/comparison.ts';
import { itemOn, type FeeItem } from '../../registers/fees/item-on-day.ts';
import { asSaid, revisedLines } from '../../registers/fees/lines.ts';
import {
  readCatalogue,
  type CellError,
  type PrintedItem,
  type TableFacts,
} from '../../registers/fees/printed-table.ts';
import { sha256 } from '../../values/canonical.ts';
import { CITY } from '../../values/region.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { matchKey } from '../../values/script.ts';
import { handIn } from '../posting/hand-in.ts';

/** A whole catalogue as it was handed in: its table, its family, and the day for which it speaks (`yyyy-mm-dd`). */
export interface Revision extends TableFacts {
  table: readonly (readonly string[])[];
  on: string;
}

/** An item in force, with its newest notice: what cancels it goes on from there. */
export type Kept = FeeItem & { release: number };

const MOST_ITEMS = 5_000;

/** What issuing it would change. Refusals, with `cells`: those of `readCatalogue`; `table-empty`. */
export function compareWithInForce(
  database: Database,
  revision: Revision,
  now: number,
): Result<Comparison<Kept> & { skipped: number }> & { cells?: CellError[] } {
  const { items, errors, skipped } = readCatalogue(revision.table, revision);
  if (errors.length > 0)
    return {
      ...refuse({
        code: 'rows-refused',
        found: String(new Set(errors.map(({ row }) => row)).size),
        expected: String(items.length),
      }),
      cells: errors,
    };
  if (items.length === 0) return refuse({ code: 'table-empty' });
  return done({ ...compareCatalogue(items, inForce(database, revision, now)), skipped });
}

function inForce(database: Database, { family, on }: Revision, now: number): Kept[] {
  const { records } = listRecords(database, { register: 'fees', facets: { family }, limit: MOST_ITEMS, now });
  return records.flatMap((record) => {
    const item = record.stage === 'withdrawn' ? null : itemOn(record.compiled.feeItem, on);
    return item?.status === 'inForce' ? [{ ...item, release: releasesOf(database, record.ocid).at(-1)!.id }] : [];
  });
}

/**
 * Hands what is new and what changed to review, an entry each, all or none; what is missing from the table is for
 * an officer to cancel, with the document that says so. Refusals: those above, and of `handIn`.
 */
export function handInRevision(
  database: Database,
  actor: Actor,
  revision: Revision,
  now: number,
): Result<number> & { cells?: CellError[] } {
  const compared = compareWithInForce(database, revision, now);
  if (!compared.ok) return compared;
  const { added, changed } = compared.value;
  class Refused extends Error {}
  const cells: CellError[] = [];
  try {
    database.transaction(() => {
      for (const printed of [...added, ...changed.map(({ printed: one }) => one)]) {
        const before = changed.find((one) => one.printed === printed)?.item;
        const content = contentOf(printed, before, before?.code ?? printed.code ?? newCode(printed), revision.on);
        const handed = handIn(database, actor, { register: 'fees', kind: 'entry', content }, now);
        if (!handed.ok)
          cells.push(
            ...handed.refusals.map((refusal: Refusal) => ({
              ...refusal,
              row: printed.row,
              column: refusal.path ?? '',
            })),
          );
      }
      if (cells.length > 0) throw new Refused();
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return {
      ...refuse({ code: 'rows-refused', found: String(cells.length), expected: String(added.length + changed.length) }),
      cells,
    };
  }
  return done(added.length + changed.length);
}

/** What the table does not print stays as it was: a new entry says the whole item anew. */
function contentOf({ fields }: PrintedItem, before: FeeItem | undefined, code: string, on: string): DraftContent {
  const kept = before && {
    ...(before.aliases.length > 0 && { aliases: before.aliases }),
    ...Object.fromEntries(
      (['chargingUnit', 'payer', 'fund', 'enterpriseRelated', 'preApproval', 'importExport'] as const).flatMap(
        (name) => (before[name] === null ? [] : [[name, before[name]]]),
      ),
    ),
    standards: fields.standards.every(({ printed }) => printed === '见文件')
      ? asSaid(before.lines)
      : revisedLines(fields.standards, before.lines),
  };
  const { standards, ...said } = fields;
  return {
    title: `${fields.name}列入收费目录`,
    project: { code, name: fields.name },
    region: CITY,
    fields: { standards, ...kept, ...said, catalogueOn: on },
  } as DraftContent;
}

/** A new item's code comes of its department and name: two tables that bring the same item make one record of it. */
function newCode({ fields: { department, name } }: PrintedItem): string {
  return `f-${sha256(matchKey(`${department} ${name}`)).slice(0, 8)}`;
}
