import type { Money } from '../../values/money.ts';
import { periodsOf } from '../bidding.ts';
import {
  alike,
  choice,
  group,
  dayOrInstant,
  instant,
  list,
  longText,
  money,
  party,
  text,
  yesNo,
  type Party,
  CONTACT,
  reached,
} from '../fields.ts';
import { partOf } from '../usual.ts';
import type { DayOrInstant } from '../../values/date.ts';
import { lotsOf, partiesOf, reference, type Named } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import { ocdsValue, type OcdsFragment, type OcdsValue } from '../ocds.ts';

/** 采购方式 (政府采购法 art. 26; 财库〔2014〕214号; 财政部令第110号; 财库〔2024〕13号). */
export const METHODS = [
  'open',
  'invited',
  'negotiation',
  'consultation',
  'inquiry',
  'singleSource',
  'framework',
  'innovation',
  'other',
] as const;
export type Method = (typeof METHODS)[number];
const PROCUREMENT_METHOD = {
  open: 'open',
  invited: 'selective',
  negotiation: 'limited',
  consultation: 'limited',
  inquiry: 'limited',
  singleSource: 'direct',
  framework: 'open',
  innovation: 'open',
  other: undefined,
} as const;

export const CATEGORIES = ['goods', 'works', 'services'] as const;

/** Who buys. An agency is named where there is one. */
export const buyerFields = { buyer: party(), agency: party().optional() };
/** The same with address, contact and telephone, as results and single sources say them. */
export const reachedBuyer = { buyer: reached(CONTACT, party()), agency: reached(CONTACT, party()).optional() };
export const methodField = () => choice('method', METHODS);
export const categoryField = () => choice('category', CATEGORIES);

/** 主要标的: what was bought, piece by piece. */
export const items = () =>
  list(
    group({
      section: text().optional(),
      name: text(),
      supplier: text().optional(),
      specification: longText().optional(),
      scope: longText().optional(),
      requirement: longText().optional(),
      term: text().optional(),
      standard: longText().optional(),
      quantity: text().optional(),
      unitPrice: money().optional(),
    }),
  );

/** What every call says, whatever the method (财办库〔2020〕50号 formats 2 to 4). */
export const callFields = {
  ...buyerFields,
  projectContact: alike(text()).optional(),
  category: categoryField().optional(),
  catalogue: text().optional(),
  budget: money(),
  ceilingPrice: money().optional(),
  requirement: longText(),
  term: text(),
  consortium: yesNo(),
  qualification: longText(),
  policy: longText().optional(),
  sections: list(
    group({
      section: text(),
      name: text().optional(),
      budget: money().optional(),
      ceilingPrice: money().optional(),
      requirement: longText().optional(),
      quantity: text().optional(),
      term: text().optional(),
    }),
  ).optional(),
  documentsFrom: dayOrInstant(),
  documentsUntil: dayOrInstant(),
  documentsWhere: alike(text()),
  documentsHow: alike(longText()),
  documentPrice: money().optional(),
  deposit: partOf({ field: 'budget' }, money()).optional(),
  noticePeriod: alike(text()),
  /** To whom one complains (政府采购法 art. 55); forms of some provinces print it. */
  supervisor: alike(party()).optional(),
  other: longText().optional(),
};

/** Where and when offers are handed in and opened. */
export const offerFields = { bidDeadline: instant(), openingAt: instant(), openingPlace: alike(text()) };

interface Call {
  buyer?: Party;
  agency?: Party;
  supervisor?: Party;
  category?: (typeof CATEGORIES)[number];
  method?: Method;
  budget?: Money;
  ceilingPrice?: Money;
  requirement?: string;
  sections?: readonly { section: string; name?: string; budget?: Money; ceilingPrice?: Money }[];
  documentsFrom?: DayOrInstant;
  documentsUntil?: DayOrInstant;
  applicationDeadline?: number;
  bidDeadline?: number;
  openingAt?: number;
  publicityFrom?: DayOrInstant;
  publicityUntil?: DayOrInstant;
}

/** Whatever of a call a notice says: a call says all of it, a correction only what is new. `method` is the kind's own. */
export function callFragment(
  notice: Notice<Call>,
  method?: Method,
): OcdsFragment & { tender: NonNullable<OcdsFragment['tender']> } {
  const { fields, section } = notice;
  return {
    parties: partiesOf(...buyerRoles(fields)),
    buyer: reference(fields.buyer),
    planning: { budget: { amount: section ? undefined : ocdsValue(fields.budget) } },
    tender: {
      title: notice.project.name,
      description: fields.requirement,
      ...methodOf(fields.method ?? method),
      ...(fields.category && {
        mainProcurementCategory: fields.category,
        additionalProcurementCategories: [fields.category],
      }),
      ...periodsOf(fields),
      value: section ? undefined : ocdsValue(fields.ceilingPrice),
      lots: lotsOf(notice, lotRows(notice)),
    },
  };
}

export function buyerRoles(fields: Pick<Call, 'buyer' | 'agency' | 'supervisor'>): Named[] {
  return [
    ['buyer', fields.buyer],
    ['agency', fields.agency],
    ['supervisor', fields.supervisor],
  ];
}

function allowedOf({ ceilingPrice, budget }: { ceilingPrice?: Money; budget?: Money }): OcdsValue | undefined {
  const value = ocdsValue(ceilingPrice ?? budget);
  // Said of a ceiling too: what comes later is merged onto what was said before.
  return value && { ...value, isBudget: ceilingPrice === undefined };
}

/** The ceiling of a notice about one package, or else its budget, is that package's; packages must not overwrite each other. */
function lotRows({ section, fields }: Notice<Call>) {
  const own = section ? [{ section: section.id, title: section.name, value: allowedOf(fields) }] : [];
  return [
    ...own,
    ...(fields.sections ?? []).map((row) => ({
      section: row.section,
      title: row.name,
      value: allowedOf(row),
    })),
  ];
}

export function methodOf(method: Method | undefined): Partial<NonNullable<OcdsFragment['tender']>> {
  return method ? { method, procurementMethod: PROCUREMENT_METHOD[method] } : {};
}
