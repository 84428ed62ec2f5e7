import * as z from 'zod';
import { winnersOfCandidates } from '../carrying.ts';
import {
  alike,
  day,
  dayOrInstant,
  group,
  instant,
  list,
  longText,
  money,
  owed,
  party,
  text,
  yesNo,
} from '../fields.ts';
import { lotsOf, moment, partiesOf, reference, said } from '../fragments.ts';
import {
  awardsOf,
  bidsOf,
  failedLots,
  failedSections,
  periodsOf,
  statutoryCandidates,
  suppliersOf,
  winners,
} from '../bidding.ts';
import type { Money } from '../../values/money.ts';
import type { Notice } from '../notice.ts';
import { ocdsValue, type OcdsValue } from '../ocds.ts';
import { kind } from '../register.ts';
import { entityFields, entityRoles } from './tendering.ts';

const optionalEntity = { ...entityFields, procuringEntity: party().optional() };

export const opening = kind({
  needsRecord: true,
  nationalType: '0102',
  act: 'state',
  stage: null,
  proves: 'tender',
  closes: true,
  tag: 'tenderUpdate',
  source: '《招标投标法》第三十四条至第三十六条',
  fields: z.strictObject({
    ...optionalEntity,
    openingAt: instant(),
    openingPlace: alike(text()),
    ceilingPrice: money().optional(),
    bids: list(
      group({
        section: text().optional(),
        tenderer: party(),
        bidPrice: owed(money()),
        duration: text().optional(),
        quality: text().optional(),
        deposit: text().optional(),
        rejected: longText().optional(),
      }),
    ),
    anomalies: longText().optional(),
  }),
  fragment: (notice) => {
    const { fields } = notice;
    const ceiling = ocdsValue(fields.ceilingPrice);
    const tenderers = new Set((fields.bids ?? []).map(({ tenderer }) => tenderer.name)).size;
    return said({
      parties: partiesOf(...entityRoles(fields), ['tenderer', (fields.bids ?? []).map(({ tenderer }) => tenderer)]),
      tender: {
        procuringEntity: reference(fields.procuringEntity),
        openingDate: moment(fields.openingAt),
        // A notice about one section counts only those who bid for it.
        numberOfTenderers: notice.section || tenderers === 0 ? undefined : tenderers,
        value: notice.section ? undefined : ceiling,
        lots: lotsOf(notice, [
          ...(notice.section ? [{ section: notice.section.id, title: notice.section.name, value: ceiling }] : []),
          ...sectionsOf(fields.bids),
        ]),
      },
      bids: bidsOf(notice, fields.bids),
    });
  },
});

/** 中标候选人公示: at least three days, within three days of the evaluation report. */
export const candidate = kind({
  needsRecord: true,
  nationalType: '0104',
  act: 'state',
  stage: 'candidate',
  tag: 'award',
  source: '《招标投标法实施条例》第五十四条；10号令第六条第一款',
  fields: z.strictObject({
    ...optionalEntity,
    ceilingPrice: money().optional(),
    openingAt: dayOrInstant().optional(),
    candidates: statutoryCandidates(),
    evaluation: longText(),
    /** When the report of the evaluation was received: publicity is due within three days of it. */
    reportReceivedOn: day().optional(),
    publicityFrom: dayOrInstant(),
    publicityUntil: dayOrInstant(),
    objectionChannel: alike(longText()),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const { fields } = notice;
    return said({
      parties: partiesOf(...entityRoles(fields), ['candidate', suppliersOf(fields.candidates)]),
      tender: {
        value: ofWhole(notice.section, fields.ceilingPrice),
        procuringEntity: reference(fields.procuringEntity),
        ...periodsOf(fields),
        lots: lotsOf(notice, sectionsOf(fields.candidates)),
      },
      awards: awardsOf(notice, fields.candidates, 'pending'),
    });
  },
});

/** 异议答复: answered within three days; before the answer the tender stands still. */
export const objection = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'tender',
  tag: 'awardUpdate',
  source: '《招标投标法实施条例》第二十二条、第四十四条、第五十四条',
  fields: z.strictObject({
    objector: party().optional(),
    receivedOn: day().optional(),
    matter: longText(),
    answer: longText(),
    answeredOn: day(),
    suspended: yesNo().optional(),
  }),
  fragment: (notice) => said({ tender: { lots: lotsOf(notice) } }),
});

/** 中标结果公示: only the winner's name is mandatory; the rest is good practice. */
export const award = kind({
  carries: winnersOfCandidates,
  needsRecord: true,
  nationalType: '0104',
  act: 'state',
  stage: 'award',
  tag: 'award',
  source: '10号令第六条第二款',
  fields: z.strictObject({
    ...optionalEntity,
    ceilingPrice: money().optional(),
    openingAt: dayOrInstant().optional(),
    awards: winners(),
    awardedOn: day().optional(),
    failedSections: failedSections().optional(),
    publicityFrom: dayOrInstant().optional(),
    publicityUntil: dayOrInstant().optional(),
    objectionChannel: alike(longText()).optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const { fields } = notice;
    return said({
      parties: partiesOf(...entityRoles(fields), ['supplier', suppliersOf(fields.awards)]),
      tender: {
        status: 'complete',
        value: ofWhole(notice.section, fields.ceilingPrice),
        procuringEntity: reference(fields.procuringEntity),
        ...periodsOf(fields),
        lots: lotsOf(notice, [...sectionsOf(fields.awards), ...failedLots(fields.failedSections)]),
      },
      awards: awardsOf(notice, fields.awards, 'active', fields.awardedOn),
    });
  },
});

/** 中标通知书: a contract follows within thirty days. */
export const awardLetter = kind({
  carries: winnersOfCandidates,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'award',
  tag: 'awardUpdate',
  source: '《招标投标法》第四十五条、第四十六条',
  fields: z.strictObject({ ...entityFields, awards: winners(), issuedOn: day() }),
  fragment: (notice) =>
    said({
      parties: partiesOf(...entityRoles(notice.fields), ['supplier', suppliersOf(notice.fields.awards)]),
      tender: {
        procuringEntity: reference(notice.fields.procuringEntity),
        lots: lotsOf(notice, sectionsOf(notice.fields.awards)),
      },
      awards: awardsOf(notice, notice.fields.awards, 'active'),
    }),
});

function sectionsOf(rows: readonly { section?: string }[] | undefined): { section?: string }[] {
  return (rows ?? []).map(({ section }) => ({ section }));
}

/** What a notice about one section says of money is of that section, not of the whole. */
function ofWhole(section: Notice['section'], ceiling: Money | undefined): OcdsValue | undefined {
  return section ? undefined : ocdsValue(ceiling);
}
