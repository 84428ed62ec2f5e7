import * as z from 'zod';
import { contractOfAwards, partiesOfAwards } from '../carrying.ts';
import type { Money } from '../../values/money.ts';
import { changeFields } from '../changes.ts';
import { day, list, longText, money, party, text, type Party } from '../fields.ts';
import { lotsOf, partiesOf, reference, said, through } from '../fragments.ts';
import { contractOf } from '../bidding.ts';
import { ocdsValue, type OcdsContract, type OcdsFragment } from '../ocds.ts';
import type { Notice } from '../notice.ts';
import { kind } from '../register.ts';

/** By what a later notice finds the contract: its number, else section and supplier. */
const contractKey = {
  contractNumber: text().optional(),
  section: text().optional(),
  procuringEntity: party().optional(),
  supplier: party(),
};

export const contract = kind({
  carries: contractOfAwards,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'contract',
  tag: 'contract',
  source: '《招标投标法》第四十六条；公共资源交易平台系统数据规范：合同信息',
  fields: z.strictObject({
    ...contractKey,
    contractName: text().optional(),
    procuringEntity: party(),
    members: list(party()).optional(),
    contractPrice: money(),
    term: text(),
    startsOn: day().optional(),
    endsOn: day().optional(),
    quality: text().optional(),
    signedOn: day(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(contractFragment(notice, { status: 'active' })),
});

/** 合同变更: what changed, and the new sum or end where they did. */
export const contractChange = kind({
  carries: partiesOfAwards,
  nationalType: null,
  act: 'change',
  stage: null,
  proves: 'contract',
  tag: 'contractAmendment',
  source: '公共资源交易平台系统数据规范：合同变更内容',
  fields: z.strictObject({
    ...contractKey,
    ...changeFields,
    contractPrice: money().optional(),
    term: text().optional(),
    endsOn: day().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(contractFragment(notice)),
});

export const performance = kind({
  carries: partiesOfAwards,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementation',
  source: '公共资源交易平台系统数据规范：合同履约信息',
  fields: z.strictObject({
    ...contractKey,
    reportName: text().optional(),
    performed: longText(),
    contractChanges: longText().optional(),
    actualDuration: text().optional(),
    completedOn: day().optional(),
    settlementPrice: money().optional(),
  }),
  fragment: (notice) => said(contractFragment(notice, { implementation: implementationOf(notice.fields) })),
});

/** 竣工验收. */
export const completion = kind({
  carries: partiesOfAwards,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementationUpdate',
  source: '公共资源交易平台系统数据规范：合同履约信息（完成时间、实际工期）',
  fields: z.strictObject({
    ...contractKey,
    completedOn: day(),
    acceptedOn: day().optional(),
    verdict: longText(),
    actualDuration: text().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) =>
    said(contractFragment(notice, { implementation: { ...implementationOf(notice.fields), status: 'completed' } })),
});

/** 竣工结算. */
export const settlement = kind({
  carries: partiesOfAwards,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementationUpdate',
  source: '公共资源交易平台系统数据规范：合同履约信息（结算价）',
  fields: z.strictObject({
    ...contractKey,
    contractPrice: money().optional(),
    settlementPrice: money(),
    settledOn: day().optional(),
    auditor: party().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(contractFragment(notice, { implementation: implementationOf(notice.fields) })),
});

interface ContractSaid {
  contractNumber?: string;
  contractName?: string;
  section?: string;
  procuringEntity?: Party;
  supplier?: Party;
  members?: Party[];
  contractPrice?: Money;
  term?: string;
  startsOn?: string;
  endsOn?: string;
  signedOn?: string;
}

function contractFragment(notice: Notice<ContractSaid>, more: Partial<OcdsContract> = {}): OcdsFragment {
  const { procuringEntity, supplier, members, section } = notice.fields;
  return {
    parties: partiesOf(['procuringEntity', procuringEntity], ['supplier', [supplier, ...(members ?? [])]]),
    tender: { procuringEntity: reference(procuringEntity), lots: lotsOf(notice, [{ section }]) },
    contracts: [contractOf(notice, { ...notice.fields, buyer: procuringEntity }, more)],
  };
}

function implementationOf(fields: { settlementPrice?: Money; completedOn?: string }): OcdsContract['implementation'] {
  return { finalValue: ocdsValue(fields.settlementPrice), endDate: through(fields.completedOn) };
}
