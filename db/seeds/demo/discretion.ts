import { document, storyOf, table, type Calendar } from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

/** Demo benchmarks: articles and ranges are fiction and marked so. */
export function discretionStories(on: Calendar): NoticeInput[][] {
  return [quarrying(on), sand(on), food(on), fees(on)];
}

const CHECK = '演示数据：条款和幅度均为虚构，未与法规原文核对。';

interface Told {
  code: string;
  offence: string;
  domain: string;
  unit: string;
}

type Step = [gravity: string, circumstance: string, penalty: string, printed: string, lower?: string, upper?: string];

function benchmarkOf({ code, offence, domain, unit }: Told) {
  const story = storyOf({
    slug: `benchmark-${code}`,
    register: 'discretion',
    code,
    name: offence,
    region: '620500',
    unit,
  });
  return {
    ...story,
    set: (at: string, from: string, basis: string, steps: readonly Step[]) =>
      story.publish(
        'benchmark',
        at,
        `${offence}的裁量基准`,
        {
          offence,
          domain,
          enforcer: unit,
          basis: [{ document: basis, article: '第××条' }],
          steps: steps.map(([gravity, circumstance, penalty, printed, lower, upper]) => ({
            gravity,
            circumstance,
            penalty,
            printed,
            ...(lower && { lower }),
            ...(upper && { upper }),
          })),
          effectiveFrom: from,
          toVerify: CHECK,
        },
        document(
          `现将${offence}的裁量基准公布如下。`,
          [
            [
              '情节和幅度',
              table(
                ['情节', '幅度'],
                steps.map(([, circumstance, , printed]) => [circumstance, printed]),
              ),
            ],
            ['依据', `${basis}第××条。${CHECK}`],
          ],
          { unit, day: at },
        ),
      ),
  };
}

function quarrying(on: Calendar): NoticeInput[] {
  const { notices, set } = benchmarkOf({
    code: 'cl-zr-01',
    offence: '未取得采矿许可证擅自采矿',
    domain: '自然资源',
    unit: '天水市某自然资源局',
  });
  set(on.published(-500), on.day(-480), '《某矿产资源条例》', [
    ['minor', '首次违法，采出矿产品价值不满1万元，主动停止', 'fine', '并处1万元以上3万元以下罚款', '1万元', '3万元'],
    ['serious', '采出矿产品价值10万元以上', 'fine', '并处10万元以上20万元以下罚款', '10万元', '20万元'],
  ]);
  set(on.published(-100), on.day(-80), '《某矿产资源条例》（修订）', [
    [
      'minor',
      '首次违法，采出矿产品价值不满1万元，主动停止并恢复',
      'fine',
      '并处5千元以上1万元以下罚款',
      '5千元',
      '1万元',
    ],
    [
      'ordinary',
      '采出矿产品价值1万元以上10万元以下',
      'fine',
      '没收违法所得，并处3万元以上10万元以下罚款',
      '3万元',
      '10万元',
    ],
    ['serious', '采出矿产品价值10万元以上', 'fine', '没收违法所得，并处10万元以上30万元以下罚款', '10万元', '30万元'],
  ]);
  return notices;
}

function sand(on: Calendar): NoticeInput[] {
  const { notices, set } = benchmarkOf({
    code: 'cl-sw-01',
    offence: '未经许可在河道采砂',
    domain: '水务',
    unit: '武山县某水务局',
  });
  set(on.published(-300), on.day(-290), '《某河道采砂办法》', [
    ['minor', '违法所得不满1万元，主动停止并恢复', 'fine', '处1万元以上3万元以下罚款', '1万元', '3万元'],
    ['ordinary', '违法所得1万元以上3万元以下', 'fine', '处3万元以上10万元以下罚款', '3万元', '10万元'],
    ['serious', '违法所得3万元以上', 'fine', '处10万元以上30万元以下罚款', '10万元', '30万元'],
  ]);
  return notices;
}

function food(on: Calendar): NoticeInput[] {
  const { notices, set } = benchmarkOf({
    code: 'cl-sc-01',
    offence: '未按规定公示食品经营许可证',
    domain: '市场监管',
    unit: '天水市某市场监督管理局',
  });
  set(on.published(-200), on.day(-190), '《某食品经营办法》', [
    ['exempt', '首次发现，当场改正', 'none', '责令改正，不予处罚'],
    ['ordinary', '逾期不改正', 'warning', '给予警告'],
    ['serious', '一年内两次以上', 'fine', '处2百元以上1千元以下罚款', '200元', '1000元'],
  ]);
  return notices;
}

function fees(on: Calendar): NoticeInput[] {
  const { notices, set, publish } = benchmarkOf({
    code: 'cl-sc-02',
    offence: '不执行政府定价收费',
    domain: '市场监管',
    unit: '天水市某市场监督管理局',
  });
  set(on.published(-600), on.day(-590), '《某价格违法处罚规定》', [
    ['ordinary', '多收价款不满1万元，已经退还', 'fine', '处违法所得1倍以下罚款'],
    ['serious', '多收价款1万元以上', 'fine', '处违法所得1倍以上5倍以下罚款'],
  ]);
  const at = on.published(-60);
  publish(
    'repeal',
    at,
    '废止：不执行政府定价收费的裁量基准',
    { basis: [{ documentNumber: '天某市监发〔××××〕×号' }], effectiveFrom: on.day(-50), toVerify: CHECK },
    document(
      '原定的不执行政府定价收费的裁量基准已经废止，现公布如下。',
      [
        ['依据', '天某市监发〔××××〕×号。'],
        ['从哪天起', `自${on.day(-50)}起不再适用，另有规定以前按上级基准执行。${CHECK}这里只说明废止，不另定幅度。`],
      ],
      { unit: '天水市某市场监督管理局', day: at },
    ),
  );
  return notices;
}
