import type { Actor } from '../../src/accounts/permissions.ts';
import type { Draft, DraftContent } from '../../src/notices/drafts/draft.ts';
import { publishDraft } from '../../src/notices/drafts/issue.ts';
import { approveDraft, submitDraft } from '../../src/notices/drafts/review.ts';
import { saveDraft, startDraft } from '../../src/notices/drafts/write.ts';
import { findRelease } from '../../src/notices/storage.ts';
import type { Release } from '../../src/notices/release.ts';
import { NOW, value, world, type World } from '../accounts/world.ts';

/** A land office with an author, a reviewer and an issuer, and somebody of another unit. */
export interface Office extends World {
  author: Actor;
  reviewer: Actor;
  issuer: Actor;
  stranger: Actor;
}

export function office(): Office {
  const made = world();
  const of = (name: string, unit: string | null, ...roles: Parameters<World['officer']>[2]) =>
    made.actor(made.officer(name, unit, roles));
  return {
    ...made,
    author: of('author', made.land, 'author'),
    reviewer: of('reviewer', made.land, 'reviewer'),
    issuer: of('issuer', made.land, 'issuer'),
    stranger: of('stranger', made.housing, 'author', 'reviewer', 'issuer'),
  };
}

export const grant: DraftContent = {
  title: '2026-32号宗地出让公告',
  project: { code: 'TS-TD-2026-032', name: '2026-32号宗地' },
  region: '620502',
  fields: {
    grantor: { name: '天水市某自然资源局', address: '秦州区某路1号' },
    method: 'listing',
    documentsFrom: '2026-11-30 09:00',
    listingFrom: '2026-12-22 09:00',
    listingUntil: '2027-01-05 10:00',
    bidderScope: '法人',
    documentsHow: '网上下载',
    applicationDeadline: '2026-12-20 17:00',
    salePlace: '网上',
    awardRule: '价高者得',
    parcels: [
      {
        parcel: '2026-32号',
        location: '秦州区某路',
        area: 1.334,
        use: '工业',
        boundary: '见附图',
        extent: '见出让文件',
        presentState: '净地',
        term: 50,
        deposit: '240万元',
        startingPrice: '24万元/亩',
      },
    ],
  },
};

export function started({ database, author }: Office, content: DraftContent = grant): Draft {
  const draft = value(startDraft(database, author, { register: 'land', kind: 'grant' }, NOW));
  return value(saveDraft(database, author, draft.id, draft.version, content, NOW));
}

export function approved(house: Office, content: DraftContent = grant): Draft {
  const draft = started(house, content);
  value(submitDraft(house.database, house.author, draft.id, NOW));
  return value(approveDraft(house.database, house.reviewer, draft.id, draft.hash, NOW));
}

/** Written, reviewed and issued. */
export function issued(house: Office, content: DraftContent = grant): Release {
  const draft = value(publishDraft(house.database, house.issuer, approved(house, content).id, NOW));
  return findRelease(house.database, draft.release!)!;
}
