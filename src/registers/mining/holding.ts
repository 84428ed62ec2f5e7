import * as z from 'zod';
import { onlyRight } from '../carrying.ts';
import {
  alike,
  choice,
  day,
  dayOrInstant,
  longText,
  money,
  party,
  text,
  type Party,
  partyOrPerson,
} from '../fields.ts';
import { count, number } from '../numbers.ts';
import { partiesOf, period, said, since, through } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import type { OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { changes } from '../changes.ts';
import { lotsOfRights, rightArea, RIGHTS, type RightRow } from './rights.ts';

/** A right that exists, and the licence or certificate under which it is held. */
const heldFields = {
  name: text(),
  right: choice('right', RIGHTS),
  mineral: text(),
  licence: text(),
  holder: partyOrPerson(),
  location: text().optional(),
  area: rightArea(),
  elevation: text().optional(),
};
const validity = { validFrom: day(), validUntil: day(), issuer: party().optional() };

/** 登记公告: the right comes into being with its registration (矿产资源法 2024 art. 22). */
export const registration = kind({
  carries: onlyRight,
  nationalType: '0404',
  act: 'state',
  stage: 'performance',
  tag: 'implementation',
  source: '《矿产资源法》（2024年修订）第二十二条；全国公共资源交易平台：登记公告信息',
  fields: z.strictObject({
    ...heldFields,
    ...validity,
    registeredOn: day(),
    term: number('year').optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(heldFragment(notice)),
});

/** 延续: exploration three times at most, five years each, its area reduced (art. 24). */
export const renewal = kind({
  needsRecord: true,
  nationalType: '0404',
  act: 'state',
  stage: 'performance',
  tag: 'implementationUpdate',
  source: '《矿产资源法》（2024年修订）第二十四条',
  fields: z.strictObject({
    ...heldFields,
    ...validity,
    registeredOn: day(),
    renewalCount: count('次').optional(),
    areaReduced: rightArea().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(heldFragment(notice)),
});

/** 变更登记: holder, area, mineral or name; the fields say how it is now. */
export const alteration = kind({
  needsRecord: true,
  nationalType: '0404',
  act: 'state',
  stage: 'performance',
  tag: 'implementationUpdate',
  source: '《矿产资源法》（2024年修订）第二十二条',
  fields: z.strictObject({
    ...heldFields,
    ...validity,
    registeredOn: day(),
    changes: changes(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(heldFragment(notice)),
});

/** 注销登记. Not the end of a sale: nothing of what was said before is taken back. */
export const cancellation = kind({
  needsRecord: true,
  nationalType: '0404',
  act: 'state',
  stage: 'terminated',
  tag: 'implementationUpdate',
  source: '《矿产资源法》（2024年修订）第二十二条',
  fields: z.strictObject({
    ...heldFields,
    area: rightArea().optional(),
    cancelledOn: day(),
    ground: longText(),
    issuer: party().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(heldFragment(notice)),
});

/** 转让公示: a right that its holder passes on. It is no grant, so nobody wins and no price counts as awarded. */
export const transfer = kind({
  nationalType: '0403',
  act: 'state',
  stage: 'candidate',
  tag: 'tenderUpdate',
  source: '自然资源部矿业权出让转让公示公告系统：转让公示',
  fields: z.strictObject({
    ...heldFields,
    holder: partyOrPerson().optional(),
    transferor: partyOrPerson(),
    transferee: partyOrPerson(),
    transferMethod: choice('transferMethod', ['sale', 'contribution', 'merger', 'inheritance', 'other']),
    transferPrice: money().optional(),
    ...validity,
    validFrom: day().optional(),
    publicityFrom: dayOrInstant(),
    publicityUntil: dayOrInstant(),
    objectionChannel: alike(longText()).optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const { fields } = notice;
    const { lots } = heldFragment(notice).tender!;
    return said({
      parties: partiesOf(
        ['transferor', fields.transferor],
        ['candidate', fields.transferee],
        ['supervisor', fields.issuer],
      ),
      tender: { publicityPeriod: period(since(fields.publicityFrom), through(fields.publicityUntil)), lots },
    });
  },
});

/** 年度报告: what the holder says it did in the year (勘查开采信息公示). */
export const annualReport = kind({
  nationalType: '0403',
  act: 'state',
  stage: null,
  proves: 'performance',
  tag: 'implementationUpdate',
  source: '矿业权人勘查开采信息公示（年度报告；文号待核）',
  fields: z.strictObject({
    ...heldFields,
    area: rightArea().optional(),
    reportYear: text(),
    invested: money().optional(),
    output: text().optional(),
    duesPaid: longText().optional(),
    restorationDone: longText().optional(),
    reported: longText(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(heldFragment(notice)),
});

/** 勘查、开采区域公告: the county announces the area of each right (art. 35). */
export const areaNotice = kind({
  nationalType: '0403',
  act: 'state',
  stage: null,
  proves: 'performance',
  tag: 'implementationUpdate',
  source: '《矿产资源法》（2024年修订）第三十五条',
  fields: z.strictObject({ ...heldFields, corners: longText(), announcer: party(), other: longText().optional() }),
  fragment: (notice) => {
    const fragment = heldFragment(notice);
    return said({
      ...fragment,
      parties: [...(fragment.parties ?? []), ...partiesOf(['supervisor', notice.fields.announcer])],
    });
  },
});

interface Held extends RightRow {
  validFrom?: string;
  validUntil?: string;
  issuer?: Party;
}

function heldFragment(notice: Notice<Held>): OcdsFragment {
  const { fields } = notice;
  return {
    parties: partiesOf(['supplier', fields.holder], ['supervisor', fields.issuer]),
    tender: { lots: lotsOfRights(notice, [fields]) },
  };
}
