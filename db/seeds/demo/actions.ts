import { document, storyOf, type Calendar } from './world.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';

/** A demo story of what a lead unit tells of its action: fiction. */
export function actionStories(on: Calendar): NoticeInput[][] {
  const unit = '天水市某财政局';
  const story = storyOf({
    slug: 'action-funds',
    register: 'actions',
    code: `xd-${on.year(-35)}-08`,
    name: '专项资金清理清查进展',
    region: '620500',
    unit,
  });
  const at = on.published(-35);
  story.publish(
    'progress',
    at,
    '专项资金清理清查进展',
    {
      action: 'special-funds',
      actionStage: 'work',
      lead: unit,
      asOf: on.day(-40),
      progress: '已清查四项资金，三项分配方案已经公开；一项审计发现的问题正在整改（演示）',
      next: '年底前公开全部支付进度',
    },
    document(
      '现将专项资金清理清查的进展公开如下。',
      [
        ['做了什么', '已清查四项资金，三项分配方案已经公开；一项审计发现的问题正在整改。'],
        [
          '接着做什么',
          '年底前公开全部支付进度，整改结果同时公开，接受社会监督；对内容有不同意见的，可以向发布单位反映（演示）。',
        ],
      ],
      { unit, day: at },
    ),
  );
  return [story.notices];
}
