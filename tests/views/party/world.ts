import { partyId } from '../../../src/parties/party.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';
import type { Portal } from '../../../src/views/portal.ts';
import {
  awardNotice,
  candidateNotice,
  correctedAward,
  emptyHouse,
  published,
  tenderNotice,
} from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

export const COMPANY = '天水某建设有限公司';
export const RIVAL = '甘肃某市政工程有限公司';
export const CENTRE = '天水市某建设管理中心';
const CENTRE_THEN = '天水市某建設管理中心';

const river = (notice: NoticeInput, id: string, publishedAt: string): NoticeInput => ({
  ...notice,
  id,
  publishedAt,
  title: notice.title.replace('湖滨路改造', '河堤加固'),
  project: { code: 'TS-GC-2025-0011', name: '河堤加固工程施工' },
  unit: { name: CENTRE_THEN },
});

/** 湖滨路 is won by the company; a year before 河堤 was won by its rival, in notices that spell the centre otherwise. */
export function twoRoads(): Portal {
  const database = emptyHouse();
  published(
    database,
    {
      ...river(tenderNotice, 'river-1', '2025-09-08 09:00'),
      number: 'TS-GC-2025-0011-01',
      fields: {
        ...tenderNotice.fields,
        procuringEntity: CENTRE_THEN,
        documentsFrom: '2025-09-08 09:00',
        documentsUntil: '2025-09-14 17:00',
        bidDeadline: '2025-09-29 10:00',
        openingAt: '2025-09-29 10:00',
      },
    },
    {
      ...river(candidateNotice, 'river-2', '2025-10-14 17:20'),
      fields: { ...candidateNotice.fields, publicityFrom: '2025-10-14', publicityUntil: '2025-10-19' },
    },
    {
      ...river(awardNotice, 'river-3', '2025-10-21 10:15'),
      fields: {
        procuringEntity: CENTRE_THEN,
        awards: [{ supplier: RIVAL, awardPrice: '20,000,000.00元', duration: '200日历天' }],
      },
    },
    tenderNotice,
    candidateNotice,
    awardNotice,
    correctedAward,
  );
  return portalOver(database);
}

export const idOf = (name: string) => partyId(name);
