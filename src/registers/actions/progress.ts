import * as z from 'zod';
import { alike, choice, day, longText, party, text } from '../fields.ts';
import { partiesOf, said } from '../fragments.ts';
import { kind } from '../register.ts';

/** 八项专项攻坚整治行动, in the order of the document (domain.md §1.3). */
export const ACTIONS = [
  'approvals-fees',
  'building',
  'purchases',
  'land-mining',
  'cadres',
  'services',
  'penalties',
  'special-funds',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Its stages (domain.md §1.1). */
export const STAGES = ['mobilisation', 'problems', 'work', 'evaluation'] as const;

/** 行动进展: what a lead unit says it has done. */
export const progress = kind({
  nationalType: null,
  act: 'state',
  stage: 'told',
  tag: 'planning',
  source: '市委、市政府2012年6月18日实施意见（八项行动，牵头单位）',
  fields: z.strictObject({
    action: choice('action', ACTIONS),
    actionStage: choice('actionStage', STAGES).optional(),
    lead: alike(party()),
    asOf: day(),
    progress: longText(),
    next: longText().optional(),
    document: text().optional(),
    formedOn: day().optional(),
    toVerify: longText().optional(),
    other: longText().optional(),
  }),
  fragment: ({ fields }) => said({ parties: partiesOf(['lead', fields.lead]), action: { code: fields.action } }),
});

declare module '../ocds.ts' {
  interface OcdsFragment {
    /** Outside OCDS: which of the eight actions a record is about. */
    action?: { code?: Action };
  }
}
