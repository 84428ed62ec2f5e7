import type { Actor } from '../../accounts/permissions.ts';
import type { Database } from '../../database/database.ts';
import type { DraftContent } from '../../notices/drafts/draft.ts';
import { listRecords } from '../../notices/lists/storage.ts';
import { compareList, type Comparison } from '../../registers/approvals/comparison.ts';
import { itemOn, type ApprovalItem } from '../../registers/approvals/item-on-day.ts';
import { readList, type CellError, type PrintedApproval } from '../../registers/approvals/printed-list.ts';
import { approvals } from '../../registers/approvals/register.ts';
import { sha256 } from '../../values/canonical.ts';
import { CITY } from '../../values/region.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { matchKey } from '../../values/script.ts';
import { handIn } from '../posting/hand-in.ts';

/** A whole list as it was handed in: its table, and the day for which it speaks (`yyyy-mm-dd`). */
export interface ListRevision {
  table: readonly (readonly string[])[];
  on: string;
}

const MOST_ITEMS = 5_000;

/** What issuing it would change. Refusals, with `cells`: those of `readList`; `table-empty`. */
export function compareWithKept(
  database: Database,
  { table, on }: ListRevision,
  now: number,
): Result<Comparison> & { cells?: CellError[] } {
  const { items, errors } = readList(table);
  if (errors.length > 0) return { ...rowsRefused(errors, items.length), cells: errors };
  if (items.length === 0) return refuse({ code: 'table-empty' });
  const { records } = listRecords(database, { register: approvals.id, facets: {}, limit: MOST_ITEMS, now });
  const kept = records.flatMap((record) => {
    const item = record.stage === 'withdrawn' ? null : itemOn(record.compiled.approval, on);
    return item?.status === 'kept' ? [item] : [];
  });
  return done(compareList(items, kept));
}

/**
 * Hands what is new and what changed to review, an entry each, all or none; what is missing from the list is for an
 * officer to cancel, with the document that says so. Refusals: those above, and of `handIn`.
 */
export function handInList(
  database: Database,
  actor: Actor,
  revision: ListRevision,
  now: number,
): Result<number> & { cells?: CellError[] } {
  const compared = compareWithKept(database, revision, now);
  if (!compared.ok) return compared;
  const { added, changed } = compared.value;
  const all = [...added.map((printed) => ({ printed, item: undefined })), ...changed];
  class Refused extends Error {}
  const cells: CellError[] = [];
  try {
    database.transaction(() => {
      for (const { printed, item } of all) {
        const content = contentOf(printed, item, revision.on);
        const handed = handIn(database, actor, { register: approvals.id, kind: 'entry', content }, now);
        if (!handed.ok)
          cells.push(...handed.refusals.map((one) => ({ ...one, row: printed.row, column: one.path ?? '' })));
      }
      if (cells.length > 0) throw new Refused();
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...rowsRefused(cells, all.length), cells };
  }
  return done(all.length);
}

function rowsRefused(errors: readonly CellError[], of: number) {
  return refuse({
    code: 'rows-refused',
    found: String(new Set(errors.map(({ row }) => row)).size),
    expected: String(of),
  });
}

/** What the list does not print stays as it was: a new entry says the whole item anew. */
function contentOf({ fields, code }: PrintedApproval, before: ApprovalItem | undefined, on: string): DraftContent {
  const { name, unitInCharge } = fields;
  const kept = before && {
    ...(before.aliases.length > 0 && { aliases: before.aliases }),
    ...(before.events.length > 0 && { events: before.events }),
    ...(before.materials.length > 0 && { materials: before.materials }),
    ...(before.feeItems.length > 0 && fields.charged !== false && { feeItems: before.feeItems }),
    ...Object.fromEntries(KEPT.flatMap((member) => (before[member] === undefined ? [] : [[member, before[member]]]))),
  };
  return {
    title: `${name}列入审批事项清单`,
    project: { code: before?.code ?? code ?? newCode(fields), name },
    region: CITY,
    // The list is kept by one unit for all: it says for whom it speaks.
    reason: `按${on}的清单，为${unitInCharge}登记`,
    fields: { ...kept, ...fields, listOn: on },
  } as DraftContent;
}

const KEPT = [
  'applicant',
  'conditions',
  'statutoryDays',
  'promisedDays',
  'limitBasis',
  'charged',
  'window',
  'online',
  'onlineUrl',
] as const;

/** A new item's code comes of its unit and name: two lists that bring the same item make one record of it. */
function newCode({ unitInCharge, name }: PrintedApproval['fields']): string {
  return `sp-${sha256(matchKey(`${unitInCharge} ${name}`)).slice(0, 8)}`;
}
