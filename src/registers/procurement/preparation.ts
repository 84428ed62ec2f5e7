import * as z from 'zod';
import { awardsOf, periodsOf } from '../bidding.ts';
import {
  by,
  dayOrInstant,
  group,
  instant,
  list,
  longText,
  money,
  owed,
  party,
  text,
  CONTACT,
  reached,
} from '../fields.ts';
import { lotsOf, partiesOf, reference, said, totalOf } from '../fragments.ts';
import { ocdsValue } from '../ocds.ts';
import { kind } from '../register.ts';
import { reachedBuyer, buyerRoles, callFields, callFragment, methodField, methodOf } from './purchasing.ts';

/** 采购意向: published at least thirty days before the purchase begins. */
export const intention = kind({
  nationalType: null,
  act: 'state',
  stage: 'planning',
  tag: 'planning',
  source: '财办库〔2020〕50号 格式1；财库〔2020〕10号',
  fields: z.strictObject({
    buyer: party(),
    intentions: list(
      group({
        number: text().optional(),
        name: text(),
        requirement: owed(longText()),
        budget: owed(money()),
        plannedFor: owed(text()),
        remark: longText().optional(),
      }),
    ),
  }),
  fragment: ({ project, fields }) =>
    said({
      parties: partiesOf(['buyer', fields.buyer]),
      buyer: reference(fields.buyer),
      planning: {
        project: project.name,
        projectID: project.code,
        budget: { amount: totalOf((fields.intentions ?? []).map(({ budget }) => budget)) },
      },
      tender: {
        status: 'planning',
        description: fields.intentions?.length === 1 ? fields.intentions[0]!.requirement : undefined,
      },
    }),
});

/** 单一来源采购公示: at least five working days, before the purchase. */
export const singleSource = kind({
  nationalType: null,
  act: 'state',
  stage: 'candidate',
  tag: 'tender',
  source: '财办库〔2020〕50号 格式10；《政府采购法》第三十一条；《政府采购法实施条例》第三十八条',
  fields: z.strictObject({
    ...reachedBuyer,
    supervisor: by('财政部令第74号第三十八条：财政部门', reached(CONTACT, party())),
    description: longText(),
    budget: money(),
    justification: longText(),
    supplier: reached(['address'], party()),
    publicityFrom: dayOrInstant(),
    publicityUntil: dayOrInstant(),
    experts: by(
      '财政部令第74号第三十八条：专业人员的姓名、工作单位、职称和具体论证意见',
      list(group({ name: text(), employer: owed(text()), position: owed(text()), opinion: owed(longText()) })),
    ),
    other: longText().optional(),
  }),
  fragment: (notice) => {
    const { fields } = notice;
    const rows = fields.supplier ? [{ supplier: fields.supplier, rank: 1 }] : [];
    return said({
      parties: partiesOf(...buyerRoles(fields), ['candidate', fields.supplier]),
      buyer: reference(fields.buyer),
      planning: { budget: { amount: notice.section ? undefined : ocdsValue(fields.budget) } },
      tender: {
        status: 'planned',
        description: fields.description,
        ...methodOf('singleSource'),
        ...periodsOf(fields),
        lots: lotsOf(notice, notice.section ? [{ section: notice.section.id, value: ocdsValue(fields.budget) }] : []),
      },
      awards: awardsOf(notice, rows, 'pending'),
    });
  },
});

export const prequalification = kind({
  nationalType: '0201',
  act: 'state',
  stage: 'prequalification',
  tag: 'tender',
  source: '财办库〔2020〕50号 格式2；《政府采购法实施条例》第二十一条',
  fields: z.strictObject({
    ...callFields,
    method: methodField().optional(),
    screening: longText(),
    applicationDeadline: instant(),
    applicationPlace: text(),
  }),
  fragment: (notice) => {
    const call = callFragment(notice);
    return said({ ...call, tender: { ...call.tender, status: 'planned' } });
  },
});
