import type { Money } from '../../values/money.ts';
import {
  alike,
  choice,
  day,
  group,
  dayOrInstant,
  list,
  longText,
  money,
  party,
  text,
  yesNo,
  type Party,
  expected,
} from '../fields.ts';
import { partOf } from '../usual.ts';
import type { DayOrInstant } from '../../values/date.ts';
import { lotsOf, partiesOf, reference, type Named } from '../fragments.ts';
import { periodsOf } from '../bidding.ts';
import type { Notice } from '../notice.ts';
import { ocdsValue, type OcdsFragment } from '../ocds.ts';

/** How bids are invited (招标投标法 art. 10); `direct` where the approval says that no tender is needed (art. 66). */
export const METHODS = ['open', 'invited', 'direct'] as const;
const PROCUREMENT_METHOD = { open: 'open', invited: 'selective', direct: 'direct' } as const;

export const CATEGORIES = [
  'construction',
  'epc',
  'survey',
  'design',
  'supervision',
  'consulting',
  'goods',
  'other',
] as const;
const MAIN_CATEGORY = {
  construction: 'works',
  epc: 'works',
  survey: 'services',
  design: 'services',
  supervision: 'services',
  consulting: 'services',
  goods: 'goods',
  other: undefined,
} as const;

/** Who tenders. The agency is named where there is one. */
export const entityFields = { procuringEntity: party(), agency: party().optional(), supervisor: party().optional() };
export const methodField = () => choice('method', METHODS);
export const categoryField = () => choice('category', CATEGORIES);

/** What a call for tenders and a call for prequalification say (10号令 art. 5). */
export const callFields = {
  ...entityFields,
  category: categoryField().optional(),
  method: methodField().optional(),
  content: longText(),
  scope: longText(),
  scale: longText(),
  fundingSource: text(),
  /** 项目已由某机关批准建设: the standard form says by whom, under which number, and mostly when. */
  approver: party().optional(),
  approvalNumber: text().optional(),
  approvedOn: day().optional(),
  ceilingPrice: expected(money()).optional(),
  duration: text().optional(),
  sections: list(
    group({
      section: text(),
      name: text().optional(),
      content: longText().optional(),
      scale: longText().optional(),
      ceilingPrice: money().optional(),
      duration: text().optional(),
      qualification: longText().optional(),
    }),
  ).optional(),
  qualification: longText(),
  consortium: yesNo(),
  documentsFrom: dayOrInstant(),
  documentsUntil: dayOrInstant(),
  documentsHow: alike(longText()),
  submission: longText(),
  electronic: longText().optional(),
  deposit: partOf({ field: 'ceilingPrice' }, money()).optional(),
  other: longText().optional(),
};

interface Call {
  procuringEntity?: Party;
  agency?: Party;
  supervisor?: Party;
  category?: (typeof CATEGORIES)[number];
  method?: (typeof METHODS)[number];
  content?: string;
  fundingSource?: string;
  ceilingPrice?: Money;
  sections?: readonly { section: string; name?: string; ceilingPrice?: Money }[];
  documentsFrom?: DayOrInstant;
  documentsUntil?: DayOrInstant;
  applicationDeadline?: number;
  bidDeadline?: number;
  openingAt?: DayOrInstant;
  publicityFrom?: DayOrInstant;
  publicityUntil?: DayOrInstant;
}

/** Whatever of a call a notice says: a call says all of it, a correction only what is new. */
export function callFragment(notice: Notice<Call>): OcdsFragment & { tender: NonNullable<OcdsFragment['tender']> } {
  const { fields } = notice;
  return {
    parties: partiesOf(...entityRoles(fields)),
    planning: { budget: { source: fields.fundingSource } },
    tender: {
      title: notice.project.name,
      description: fields.content,
      procuringEntity: reference(fields.procuringEntity),
      ...methodOf(fields.method),
      ...categoryOf(fields.category),
      ...periodsOf(fields),
      value: notice.section ? undefined : ocdsValue(fields.ceilingPrice),
      lots: lotsOf(notice, lotRows(notice)),
    },
  };
}

export function entityRoles(fields: Pick<Call, 'procuringEntity' | 'agency' | 'supervisor'>): Named[] {
  return [
    ['procuringEntity', fields.procuringEntity],
    ['agency', fields.agency],
    ['supervisor', fields.supervisor],
  ];
}

/** The ceiling of a notice about one section is that section's; sections of one project must not overwrite each other. */
function lotRows({ section, fields }: Notice<Call>) {
  const own = section ? [{ section: section.id, title: section.name, value: ocdsValue(fields.ceilingPrice) }] : [];
  return [
    ...own,
    ...(fields.sections ?? []).map((row) => ({
      section: row.section,
      title: row.name,
      value: ocdsValue(row.ceilingPrice),
    })),
  ];
}

export function methodOf(method: Call['method']): Partial<NonNullable<OcdsFragment['tender']>> {
  return method ? { method, procurementMethod: PROCUREMENT_METHOD[method] } : {};
}

export function categoryOf(category: Call['category']): Partial<NonNullable<OcdsFragment['tender']>> {
  return category
    ? { mainProcurementCategory: MAIN_CATEGORY[category], additionalProcurementCategories: [category] }
    : {};
}
