import { canonicalJson } from '../../values/canonical.ts';
import { matchKey } from '../../values/script.ts';
import { documentsOf } from './catalogue.ts';
import { withUnit } from './due.ts';
import type { FeeItem } from './item-on-day.ts';
import type { FeeStandard } from './item.ts';
import { isSameTable } from './lines.ts';
import type { PrintedItem } from './printed-table.ts';

/** One field of an item, before and after; codes stay codes, for whoever shows them. */
export interface FieldChange {
  field: keyof PrintedItem['fields'];
  before: string;
  after: string;
}

/** `Kept` is what the caller knows of the items in force. */
export interface Comparison<Kept extends FeeItem = FeeItem> {
  added: PrintedItem[];
  changed: { printed: PrintedItem; item: Kept; changes: FieldChange[] }[];
  /** In force, and not in the new catalogue. */
  removed: Kept[];
  same: number;
}

/** A catalogue against the items of its family that are in force: by code where printed, else by department and name. */
export function compareCatalogue<Kept extends FeeItem>(
  printed: readonly PrintedItem[],
  inForce: readonly Kept[],
): Comparison<Kept> {
  const comparison: Comparison<Kept> = { added: [], changed: [], removed: [], same: 0 };
  const met = new Set<Kept>();
  for (const one of printed) {
    const item = inForce.find(
      (kept) => !met.has(kept) && (one.code !== null ? matchKey(kept.code) === matchKey(one.code) : isNamed(kept, one)),
    );
    if (!item) {
      comparison.added.push(one);
      continue;
    }
    met.add(item);
    const changes = changesOf(one, item);
    if (changes.length === 0) comparison.same += 1;
    else comparison.changed.push({ printed: one, item, changes });
  }
  comparison.removed = inForce.filter((item) => !met.has(item));
  return comparison;
}

function isNamed(item: FeeItem, { fields }: PrintedItem): boolean {
  return (
    matchKey(item.name) === matchKey(fields.name) &&
    (fields.department === '' || matchKey(item.department) === matchKey(fields.department))
  );
}

/** What the catalogue does not print is not a change: a table without a column of payers takes none away. */
function changesOf({ fields }: PrintedItem, item: FeeItem): FieldChange[] {
  const changes: FieldChange[] = [];
  const compare = (field: FieldChange['field'], before: string, after: string) => {
    if (matchKey(before) !== matchKey(after)) changes.push({ field, before, after });
  };
  compare('name', item.name, fields.name);
  compare('department', item.department, fields.department);
  compare('level', item.level ?? '', fields.level);
  for (const field of [
    'order',
    'chargingUnit',
    'payer',
    'fund',
    'enterpriseRelated',
    'preApproval',
    'importExport',
  ] as const) {
    if (fields[field] !== undefined) compare(field, String(item[field] ?? ''), String(fields[field]));
  }
  const isSilent = fields.standards.every(({ printed, kind }) => kind === undefined || printed === '见文件');
  if (!isSilent && !isSameTable(fields.standards, item.lines))
    changes.push({ field: 'standards', before: linesText(item.lines), after: linesText(fields.standards) });
  const documents = (list: FeeItem['basis']) => documentsOf(list).map(matchKey).sort();
  if (canonicalJson(documents(item.basis)) !== canonicalJson(documents(fields.basis)))
    changes.push({
      field: 'basis',
      before: documentsOf(item.basis).join('；'),
      after: documentsOf(fields.basis).join('；'),
    });
  return changes;
}

function linesText(lines: readonly FeeStandard[]): string {
  return lines
    .map((line) =>
      [
        line.number,
        line.name,
        line.kind === undefined ? '' : line.amount !== undefined ? withUnit(line, line.amount) : (line.printed ?? ''),
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join('；');
}
