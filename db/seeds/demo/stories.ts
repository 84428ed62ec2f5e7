import type { NoticeInput } from '../../../src/registers/notice.ts';
import { actionStories } from './actions.ts';
import { approvalStories } from './approvals.ts';
import { caseStories } from './cases.ts';
import { constructionStories } from './construction.ts';
import { discretionStories } from './discretion.ts';
import { enforcerStories } from './enforcers.ts';
import { enforcementStories } from './enforcement.ts';
import { feeStories } from './fees.ts';
import { fundStories } from './funds.ts';
import { landStories } from './land.ts';
import { miningStories } from './mining.ts';
import { procurementStories } from './procurement.ts';
import { rectificationStories } from './rectification.ts';
import { calendar } from './world.ts';

/**
 * Everything published in the demo world up to `today` (UTC ms), in the order of publication, so that an open
 * portal always has something closing this week, in publicity, awarded, contracted, performed and terminated.
 */
export function stories(today: number): NoticeInput[] {
  const on = calendar(today);
  const notices = [
    ...constructionStories(on),
    ...procurementStories(on),
    ...landStories(on),
    ...miningStories(on),
    ...feeStories(on),
    ...fundStories(on),
    ...approvalStories(on),
    ...rectificationStories(on),
    ...enforcementStories(on),
    ...actionStories(on),
    ...caseStories(on),
    ...discretionStories(on),
    ...enforcerStories(on),
  ].flat();
  return notices.toSorted((a, b) => String(a.publishedAt).localeCompare(String(b.publishedAt)));
}
