import { document, storyOf, table, type Calendar } from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

const CHECK = '演示数据：证件编号为虚构。';

/** A list, and the list a year later: a certificate was taken back, another came. */
export function enforcerStories(on: Calendar): NoticeInput[][] {
  const unit = '天水市某市场监督管理局';
  const { notices, publish } = storyOf({
    slug: 'enforcer-market',
    register: 'enforcers',
    code: 'zf-sc-01',
    name: unit,
    region: '620500',
    unit,
  });
  const roster = (at: string, listedOn: string, certificates: readonly Record<string, string>[]) =>
    publish(
      'roster',
      at,
      `${unit}行政执法主体和证件`,
      {
        enforcer: unit,
        standing: 'statutory',
        scope: '市场主体登记、价格、食品、计量、标准、认证等领域的监督检查和行政处罚，范围为天水市。',
        basis: [{ document: '《某市场监督条例》', article: '第××条' }],
        listedOn,
        certificates,
        toVerify: CHECK,
      },
      document(
        `现将${unit}的行政执法权限和执法证件公布如下。`,
        [
          [
            '执法证件',
            table(
              ['编号', '有效期至'],
              certificates.map(({ number, validUntil }) => [number!, validUntil ?? '']),
            ),
          ],
          ['说明', `执法人员应当出示证件；没有出示的，可以拒绝并向本单位反映。${CHECK}`],
        ],
        { unit, day: at },
      ),
    );
  const first = { number: 'DEMO-620500-0001', validUntil: on.day(700) };
  const second = { number: 'DEMO-620500-0002', validUntil: on.day(-20) };
  roster(on.published(-420), on.day(-425), [first, second]);
  roster(on.published(-40), on.day(-45), [
    first,
    { ...second, cancelledOn: on.day(-60) },
    { number: 'DEMO-620500-0003', validUntil: on.day(1000) },
  ]);
  return [notices];
}
