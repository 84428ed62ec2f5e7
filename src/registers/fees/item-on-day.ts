import type { Basis, FeeStandard, FeeStatement, Family, Fund, Level, Payer } from './item.ts';

/**
 * How an item stood on a day:
 * - `unrecorded`: a catalogue lists it later without saying since when, so nobody here knows;
 * - `notYet`: its first day was still to come.
 */
export type FeeStatus = 'inForce' | 'suspended' | 'cancelled' | 'converted' | 'notYet' | 'unrecorded';

/** A line of the standard on a day, and how it ended where the line alone was suspended or cancelled. */
export interface FeeLine extends FeeStandard {
  /** 0 for the item's own lines, 1 and 2 for what stands under them. */
  depth: number;
  /** The city's rule of the lower bound does not reach the item: courts, and what goes to the central treasury. */
  keepsRange?: true;
  ended?: { act: 'suspension' | 'cancellation'; from: string; basis: Basis[] };
}

export interface FeeReduction {
  who: string;
  reduction: 'exempt' | 'reduced';
  percent?: number;
  rule: string;
  part?: string;
  from: string;
  until?: string;
  basis: Basis[];
}

/** An item as it stood on one day, told from its statements alone. */
export interface FeeItem {
  code: string;
  name: string;
  aliases: string[];
  family: Family;
  level: Level | null;
  department: string;
  order: string | null;
  chargingUnit: string | null;
  payer: Payer | null;
  fund: Fund | null;
  enterpriseRelated: boolean | null;
  preApproval: boolean | null;
  importExport: boolean | null;
  status: FeeStatus;
  /** Since when it has been so; null where the documents do not say. */
  since: string | null;
  /** Of a suspension that ends. */
  until: string | null;
  /** The tax or service charge that it became. */
  becameKind: (FeeStatement['convertedTo'] & string) | null;
  became: string | null;
  lines: FeeLine[];
  /** Of the standard in force. */
  basis: Basis[];
  /** Of the suspension, cancellation or conversion. */
  endedBy: Basis[];
  reductions: FeeReduction[];
  /** What changes next, and when. */
  next: { from: string; act: FeeStatement['act']; statement: FeeStatement } | null;
  sourceUrl: string | null;
  /** What a person must still check: 待核. */
  toVerify: string[];
  verifiedOn: string | null;
  /** Ids of the notices whose words hold on the day. */
  saidBy: string[];
}

/** Charged once and no more: what a catalogue shows struck. */
export function isEnded({ status }: Pick<FeeItem, 'status'>): boolean {
  return status === 'suspended' || status === 'cancelled' || status === 'converted';
}

/** From which day a statement holds: its own, else the day for which its catalogue speaks, else its publication. */
export function firstDay({ effectiveFrom, catalogueOn, publishedOn }: FeeStatement): string {
  return effectiveFrom ?? catalogueOn ?? publishedOn;
}

/** The item on a day; null for the day asks how it stands once everything announced holds. Null where nothing names it. */
export function itemOn(
  feeItem: { code?: string; statements?: readonly FeeStatement[] } | undefined,
  day: string | null,
): FeeItem | null {
  const statements = (feeItem?.statements ?? []).toSorted(
    (a, b) => compare(firstDay(a), firstDay(b)) || compare(a.publishedOn, b.publishedOn),
  );
  const isPast = (statement: FeeStatement) => day === null || firstDay(statement) <= day;
  const named =
    statements.findLast((statement) => isPast(statement) && statement.name) ?? statements.find(({ name }) => name);
  if (!named) return null;
  const item = blank(feeItem?.code ?? '', named);
  for (const statement of statements.filter(isPast)) apply(item, statement, day);
  if (item.status === 'suspended' && item.until !== null && (day === null || item.until < day))
    Object.assign(item, { status: 'inForce', since: null, until: null, endedBy: [] });
  if (!isCitys(item)) for (const line of item.lines) if (line.kind === 'range') line.keepsRange = true;
  if (day === null) return item;

  const next = statements.find((statement) => !isPast(statement));
  if (next) item.next = { from: firstDay(next), act: next.act, statement: next };
  // Before the first notice: only an entry that names its first day says that nothing was charged earlier.
  if (item.saidBy.length === 0 && !(statements[0]!.act === 'entry' && statements[0]!.effectiveFrom))
    item.status = 'unrecorded';
  return item;
}

/** 市委、市政府2012年6月18日实施意见 binds the administrative fees of the city's own units, not the courts. */
function isCitys({ family, department, fund }: FeeItem): boolean {
  return (
    family === 'administrative' &&
    !/法院|检察/.test(department) &&
    !/^central-(?:treasury|local-finance)$/.test(fund ?? '')
  );
}

function apply(item: FeeItem, statement: FeeStatement, day: string | null): void {
  const { act, effectiveFrom, effectiveUntil, basis = [], part } = statement;
  const from = firstDay(statement);
  item.saidBy.push(statement.id);
  for (const member of IDENTITY)
    if (statement[member] !== undefined) Object.assign(item, { [member]: statement[member] });
  if (statement.toVerify) item.toVerify.push(statement.toVerify);
  switch (act) {
    case 'entry':
    case 'revision':
      item.toVerify = statement.toVerify ? [statement.toVerify] : [];
      Object.assign(item, {
        status: 'inForce',
        since: effectiveFrom ?? null,
        until: null,
        endedBy: [],
        becameKind: null,
        became: null,
        basis,
        lines: linesOf(statement.standards ?? []),
        verifiedOn: statement.verifiedOn ?? null,
      });
      return;
    case 'reduction':
      if (day === null || effectiveUntil === undefined || effectiveUntil >= day) {
        const { who = '', reduction = 'exempt', percent, rule = '' } = statement;
        item.reductions.push({
          who,
          reduction,
          rule,
          from,
          basis,
          ...(percent !== undefined && { percent }),
          ...(part && { part }),
          ...(effectiveUntil && { until: effectiveUntil }),
        });
      }
      return;
    case 'suspension':
    case 'cancellation':
      if (part)
        endLines(
          item,
          part,
          { act, from, basis },
          effectiveUntil !== undefined && day !== null && effectiveUntil < day,
        );
      else
        Object.assign(item, {
          status: act === 'suspension' ? 'suspended' : 'cancelled',
          since: from,
          until: effectiveUntil ?? null,
          endedBy: basis,
          verifiedOn: statement.verifiedOn ?? null,
        });
      return;
    case 'conversion':
      Object.assign(item, {
        status: 'converted',
        since: from,
        endedBy: basis,
        verifiedOn: statement.verifiedOn ?? null,
        becameKind: statement.convertedTo ?? null,
        became: statement.into ?? null,
      });
  }
}

function endLines(item: FeeItem, part: string, ended: FeeLine['ended'] & object, isOver: boolean): void {
  if (isOver) return;
  for (const line of item.lines) if (line.number === part || line.number?.startsWith(`${part}.`)) line.ended = ended;
}

const IDENTITY = [
  'name',
  'aliases',
  'family',
  'level',
  'department',
  'order',
  'chargingUnit',
  'payer',
  'fund',
  'enterpriseRelated',
  'preApproval',
  'importExport',
  'sourceUrl',
] as const;

function blank(code: string, named: FeeStatement): FeeItem {
  return {
    code,
    name: named.name!,
    aliases: named.aliases ?? [],
    family: named.family ?? 'administrative',
    level: named.level ?? null,
    department: named.department ?? '',
    order: named.order ?? null,
    chargingUnit: null,
    payer: named.payer ?? null,
    fund: null,
    enterpriseRelated: null,
    preApproval: null,
    importExport: null,
    status: 'notYet',
    since: null,
    until: null,
    becameKind: null,
    became: null,
    lines: [],
    basis: [],
    endedBy: [],
    reductions: [],
    next: null,
    sourceUrl: null,
    toVerify: [],
    verifiedOn: null,
    saidBy: [],
  };
}

/** In the order of their numbers, each under its head. */
function linesOf(standards: readonly FeeStandard[]): FeeLine[] {
  const place = ({ number = '' }: FeeStandard) =>
    number
      .split('.')
      .map((part) => part.padStart(3, '0'))
      .join('.');
  return standards
    .toSorted((a, b) => compare(place(a), place(b)))
    .map((standard) => ({ ...standard, depth: Math.max(0, (standard.number?.split('.').length ?? 1) - 1) }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
