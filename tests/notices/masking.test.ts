import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { fieldOf, group, list, party, partyOrPerson } from '../../src/registers/fields.ts';
import { maskPersonalData } from '../../src/notices/masking.ts';
import { parseNotice } from '../../src/notices/parse.ts';
import { noticeOf } from '../registers/notices.ts';

/** A sale to a person whom the notice does not call one. */
function masked(fields: Record<string, unknown>) {
  const parsed = parseNotice(
    noticeOf('land', 'deal', fields, { firstPublished: { medium: '某网' }, body: '竞得人张三丰，监交人李四。' }),
  );
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return maskPersonalData(parsed.value);
}

test('a person is masked where the field declares that one may stand there, and in every text that names them', () => {
  const { fields, body } = masked({
    grantor: '天水市某局',
    parcels: [{ parcel: '2026-1号', transferee: '张三丰', members: ['王五', '天水某建设有限公司'] }],
  });
  const [parcel] = fields['parcels'] as { transferee: unknown; members: { name: string }[] }[];
  assert.deepEqual(parcel!.transferee, { name: '张**' });
  assert.deepEqual(
    parcel!.members.map(({ name }) => name),
    ['王*', '天水某建设有限公司'],
  );
  assert.equal(body, '竞得人张**，监交人李四。');
});

test('two holders in one field are masked in every text, and a firm that bears the name of one keeps its own', () => {
  const parsed = parseNotice(
    noticeOf(
      'land',
      'deal',
      {
        grantor: '王大明建材有限公司',
        parcels: [{ parcel: '2026-2号', transferee: '王大明、李 小红等3人（户主）', members: ['John Smith'] }],
      },
      {
        title: '王大明、李小红住宅用地成交公示',
        project: { name: '王大明、李小红-住宅' },
        firstPublished: { medium: '某网' },
        body: '竞得人王 大明、李小红，见证人John Smith，监交单位王大明建材有限公司。',
        attachments: [{ name: '王大明身份证明.pdf' }],
      },
    ),
  );
  assert.ok(parsed.ok, JSON.stringify(parsed));
  const { title, project, body, fields, attachments } = maskPersonalData(parsed.value);
  assert.equal(title, '王**、李**住宅用地成交公示');
  assert.equal(project.name, '王**、李**-住宅');
  assert.equal(body, '竞得人王**、李**，见证人J*** *****，监交单位王大明建材有限公司。');
  assert.equal(attachments[0]!.name, '王**身份证明.pdf');
  assert.deepEqual(fields['grantor'], { name: '王大明建材有限公司' });
  const [parcel] = fields['parcels'] as { transferee: { name: string } }[];
  assert.equal(parcel!.transferee.name, '王**、李**等3人（户主）');
});

test('a short name elsewhere is left alone: what is personal is never guessed from where a field happens to be called', () => {
  assert.deepEqual(masked({ grantor: '张三丰' }).fields['grantor'], { name: '张三丰' });
});

test('the declaration holds inside lists, groups and what may be absent', () => {
  const fields = z.strictObject({
    sold: list(group({ beneficiary: partyOrPerson().optional(), agent: party() })).optional(),
  });
  const sold = fieldOf((fieldOf(fields.shape.sold).schema as z.ZodArray).element as z.ZodType);
  const { beneficiary, agent } = (sold.schema as z.ZodObject).shape as Record<string, z.ZodType>;
  assert.deepEqual([fieldOf(beneficiary!).person, fieldOf(agent!).person], ['natural', undefined]);
  assert.equal(fieldOf(beneficiary!).type, 'party');
});
