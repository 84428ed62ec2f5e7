import * as z from 'zod';
import { onlyParcel } from '../carrying.ts';
import type { Money } from '../../values/money.ts';
import { choice, day, longText, money, party, text, type Party, partyOrPerson } from '../fields.ts';
import { number } from '../numbers.ts';
import { awardId, contractId, partiesOf, reference, said, since, through } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import { ocdsValue, type OcdsContract, type OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { withinMaximum } from './quantities.ts';
import { wholePrice, parcelArea } from './magnitudes.ts';
import { lotSaid, lotsOfParcels, parcelKey, useCoded, type Method, type ParcelRow } from './parcels.ts';

/** By what a later notice finds the contract: its parcel, and the number where one is printed. */
const contractKey = {
  ...parcelKey,
  contractNumber: text().optional(),
  grantor: party().optional(),
  transferee: partyOrPerson(),
};

/** 出让合同: within ten working days of the deal (国土资发〔2010〕34号). */
export const contract = kind({
  carries: onlyParcel,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'contract',
  tag: 'contract',
  source: '《民法典》第三百四十八条；国土资发〔2010〕34号；《国有建设用地使用权出让合同》示范文本（GF-2008-2601）',
  fields: z.strictObject({
    ...contractKey,
    grantor: party(),
    location: text(),
    area: parcelArea(),
    use: text(),
    ...useCoded,
    term: number('year').optional(),
    landSource: choice('landSource', ['new', 'stock']).optional(),
    contractPrice: money(),
    paymentTerms: longText(),
    deliverBy: day(),
    commenceBy: day(),
    completeBy: day(),
    investmentIntensity: money().optional(),
    approver: party().optional(),
    signedOn: day(),
    other: longText().optional(),
  }),
  check: withinMaximum,
  fragment: (notice) => {
    const { fields } = notice;
    const { contractPrice: _price, ...parcel } = fields;
    return said({
      ...contractFragment(notice, {
        status: 'active',
        value: wholePrice(fields.contractPrice, fields.area),
        dateSigned: since(fields.signedOn),
        period: { startDate: since(fields.commenceBy), endDate: through(fields.completeBy), text: fields.paymentTerms },
      }),
      tender: { lots: lotsOfParcels(notice, [parcel]) },
    });
  },
});

/** 价款缴纳: half within a month of the contract, all within a year (国土资发〔2010〕34号). */
export const payment = kind({
  carries: onlyParcel,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'contract',
  tag: 'implementation',
  source: '国土资发〔2010〕34号；《城镇国有土地使用权出让和转让暂行条例》第十四条',
  fields: z.strictObject({
    ...contractKey,
    amountPaid: money(),
    paidOn: day(),
    outstanding: money().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(contractFragment(notice)),
});

/** 交地. */
export const delivery = kind({
  carries: onlyParcel,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementationUpdate',
  source: '《国有建设用地使用权出让合同》示范文本（GF-2008-2601）第六条',
  fields: z.strictObject({
    ...contractKey,
    deliverBy: day().optional(),
    deliveredOn: day(),
    condition: longText().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(contractFragment(notice, { implementation: { status: 'delivered' } })),
});

/** 开工. */
export const commencement = kind({
  carries: onlyParcel,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementationUpdate',
  source: '《城市房地产管理法》第二十六条；国土资发〔2010〕34号（开竣工申报）',
  fields: z.strictObject({
    ...contractKey,
    commenceBy: day().optional(),
    commencedOn: day(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(contractFragment(notice, { implementation: { status: 'commenced' } })),
});

/** 竣工. */
export const completion = kind({
  carries: onlyParcel,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementationUpdate',
  source: '国土资发〔2010〕34号（开竣工申报）',
  fields: z.strictObject({
    ...contractKey,
    completeBy: day().optional(),
    completedOn: day(),
    verdict: longText().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) =>
    said(
      contractFragment(notice, {
        implementation: { endDate: through(notice.fields.completedOn), status: 'completed' },
      }),
    ),
});

/** 闲置土地: found idle a year after the agreed start, and what is done about it. */
export const idle = kind({
  carries: onlyParcel,
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementationUpdate',
  source: '《城市房地产管理法》第二十六条；国土资源部令第53号《闲置土地处置办法》',
  fields: z.strictObject({
    ...contractKey,
    decider: party(),
    decidedOn: day(),
    finding: longText(),
    cause: choice('idleCause', ['holder', 'government', 'forceMajeure', 'other']),
    disposal: longText(),
    idleFee: money().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const fragment = contractFragment(notice, { implementation: { status: 'idle' } });
    return said({
      ...fragment,
      parties: [...(fragment.parties ?? []), ...partiesOf(['supervisor', notice.fields.decider])],
    });
  },
});

interface ContractSaid extends ParcelRow {
  method?: Method;
  contractNumber?: string;
  grantor?: Party;
  contractPrice?: Money;
}

function contractFragment(notice: Notice<ContractSaid>, more: Partial<OcdsContract> = {}): OcdsFragment {
  const { contractNumber, grantor, transferee } = notice.fields;
  const lot = lotSaid(notice, notice.fields);
  return {
    parties: partiesOf(['grantor', grantor], ['supplier', transferee]),
    contracts: [
      {
        id: contractId(contractNumber, lot, transferee),
        awardID: transferee && awardId(lot, transferee),
        title: contractNumber,
        value: ocdsValue(notice.fields.contractPrice),
        suppliers: transferee && [reference(transferee)!],
        ...more,
      },
    ],
  };
}
