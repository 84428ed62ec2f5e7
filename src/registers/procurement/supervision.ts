import * as z from 'zod';
import { day, list, longText, party, text } from '../fields.ts';
import { lotsOf, partiesOf, said } from '../fragments.ts';
import { kind } from '../register.ts';

/** What the finance department decides. Whom it concerns takes no role in the purchase by that. */
const decided = {
  facts: longText(),
  decision: longText(),
  decidedOn: day().optional(),
  decider: party().optional(),
  other: longText().optional(),
};

export const complaint = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'tender',
  tag: 'tenderUpdate',
  source: '财办库〔2020〕50号 格式11；《政府采购法》第五十六条；财政部令第94号',
  fields: z.strictObject({
    complainants: list(party()),
    respondents: list(party()),
    concerned: list(party()).optional(),
    ...decided,
  }),
  fragment: (notice) =>
    said({ parties: partiesOf(['supervisor', notice.fields.decider]), tender: { lots: lotsOf(notice) } }),
});

/** 监督检查处理结果. */
export const inspection = kind({
  nationalType: null,
  act: 'state',
  stage: null,
  proves: 'tender',
  tag: 'tenderUpdate',
  source: '财办库〔2020〕50号 格式12',
  fields: z.strictObject({ concerned: list(party()), ...decided }),
  fragment: (notice) =>
    said({ parties: partiesOf(['supervisor', notice.fields.decider]), tender: { lots: lotsOf(notice) } }),
});

/** 集中采购机构考核结果: about an institution, not a purchase. */
export const assessment = kind({
  nationalType: null,
  act: 'state',
  stage: 'supervision',
  tag: 'tenderUpdate',
  source: '财办库〔2020〕50号 格式13；《政府采购法》第六十六条',
  fields: z.strictObject({
    agency: party(),
    assessor: party(),
    period: text(),
    content: longText(),
    assessmentMethod: longText(),
    result: longText(),
    problems: longText().optional(),
    other: longText().optional(),
  }),
  fragment: ({ fields }) => said({ parties: partiesOf(['agency', fields.agency], ['supervisor', fields.assessor]) }),
});
