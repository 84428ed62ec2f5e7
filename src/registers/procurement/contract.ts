import * as z from 'zod';
import { contractOfAwards, partiesOfAwards } from '../carrying.ts';
import type { Money } from '../../values/money.ts';
import { contractOf } from '../bidding.ts';
import { changeFields } from '../changes.ts';
import { day, list, longText, money, party, text, type Party } from '../fields.ts';
import { lotsOf, partiesOf, reference, said, through } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import type { OcdsContract, OcdsFragment } from '../ocds.ts';
import { kind } from '../register.ts';
import { items, methodField, methodOf, type Method } from './purchasing.ts';

const contractFields = {
  contractNumber: text(),
  contractName: text(),
  section: text().optional(),
  buyer: party(),
  supplier: party(),
  members: list(party()).optional(),
};

/** 合同公告: within two working days of signing, except what is a state or trade secret. */
export const contract = kind({
  carries: contractOfAwards,
  needsRecord: true,
  nationalType: '0203',
  act: 'state',
  stage: 'contract',
  tag: 'contract',
  source: '财办库〔2020〕50号 格式8；《政府采购法实施条例》第五十条',
  fields: z.strictObject({
    ...contractFields,
    items: items(),
    budget: money().optional(),
    contractPrice: money(),
    term: text(),
    performancePlace: text().optional(),
    startsOn: day().optional(),
    endsOn: day().optional(),
    method: methodField(),
    signedOn: day(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(contractFragment(notice, { status: 'active' })),
});

/** 补充合同, 合同变更: the additions may not pass a tenth of the contract. */
export const contractChange = kind({
  carries: partiesOfAwards,
  nationalType: '0203',
  act: 'change',
  stage: null,
  proves: 'contract',
  tag: 'contractAmendment',
  source: '《政府采购法》第四十九条、第五十条',
  fields: z.strictObject({
    ...contractFields,
    contractName: text().optional(),
    buyer: party().optional(),
    ...changeFields,
    contractPrice: money().optional(),
    term: text().optional(),
    endsOn: day().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) => said(contractFragment(notice)),
});

/** 验收结果: services for the public must publish it. */
export const acceptance = kind({
  carries: partiesOfAwards,
  needsRecord: true,
  nationalType: null,
  act: 'state',
  stage: 'performance',
  tag: 'implementation',
  source: '财办库〔2020〕50号 格式9；《政府采购法实施条例》第四十五条',
  fields: z.strictObject({
    ...contractFields,
    items: items().optional(),
    acceptedOn: day(),
    panel: list(text()),
    opinion: longText(),
    userOpinion: longText().optional(),
    other: longText().optional(),
  }),
  fragment: (notice) =>
    said(
      contractFragment(notice, { implementation: { endDate: through(notice.fields.acceptedOn), status: 'accepted' } }),
    ),
});

interface ContractSaid {
  contractNumber?: string;
  contractName?: string;
  section?: string;
  buyer?: Party;
  supplier?: Party;
  members?: Party[];
  contractPrice?: Money;
  term?: string;
  startsOn?: string;
  endsOn?: string;
  signedOn?: string;
  method?: Method;
}

function contractFragment(notice: Notice<ContractSaid>, more: Partial<OcdsContract> = {}): OcdsFragment {
  const { buyer, supplier, members, section, method } = notice.fields;
  return {
    parties: partiesOf(['buyer', buyer], ['supplier', [supplier, ...(members ?? [])]]),
    buyer: reference(buyer),
    tender: { ...methodOf(method), lots: lotsOf(notice, [{ section }]) },
    contracts: [contractOf(notice, notice.fields, more)],
  };
}
