import type { Money } from '../../values/money.ts';
import { matchKey } from '../../values/script.ts';
import { choice, group, list, longText, money, owed, text, type Party, partyOrPerson, by } from '../fields.ts';
import { area, number, percent } from '../numbers.ts';
import { partOf, usually } from '../usual.ts';
import { awardId, lotId, lotsOf, reference, since } from '../fragments.ts';
import type { Notice } from '../notice.ts';
import { ocdsValue, type OcdsAward, type OcdsFragment, type OcdsLot } from '../ocds.ts';
import type { MiningRight } from './subject.ts';

/** 探矿权, 采矿权 (矿产资源法 2024 art. 3). */
export const RIGHTS = ['explorationRight', 'extractionRight'] as const;
/** 招标, 拍卖, 挂牌; 协议 where law or the State Council allows it (矿产资源法 2024 art. 17). */
export const METHODS = ['tender', 'auction', 'listing', 'agreement'] as const;
export const OPEN_METHODS = ['tender', 'auction', 'listing'] as const;
export type Method = (typeof METHODS)[number];

/** 一个探矿权 covers at most some hundred blocks; what is beyond was typed in another unit. */
export const rightArea = () => usually({ to: 1_000, why: '一个矿业权很少超过1000平方公里' }, area('square-kilometre'));

/** A right is told by the name of its block or mine, and by the licence or certificate it gets. */
const identity = {
  name: text(),
  right: choice('right', RIGHTS),
  mineral: owed(text()),
  location: owed(text()),
  /** Corner points, as printed: the system of coordinates is in the text. */
  corners: longText().optional(),
  area: owed(rightArea()),
};

const RULES = '《矿业权出让交易规则》';

/** What a grant notice says of each right (矿业权出让交易规则, 自然资规〔2023〕1号). */
export const offeredRights = () =>
  list(
    group({
      ...identity,
      corners: by(`${RULES}：拐点坐标`, owed(longText())),
      reserves: by(`${RULES}：资源储量或者勘查程度`, owed(longText())),
      elevation: by(`${RULES}：采矿权的开采标高`, text().optional()),
      development: longText().optional(),
      term: owed(number('year')),
      restoration: longText().optional(),
      earlierFunding: money().optional(),
      deposit: owed(partOf({ field: 'startingPrice' }, money())),
      startingPrice: owed(money()),
      increment: money().optional(),
      royaltyRate: by('财综〔2023〕10号：只有按率征收的矿种', percent().optional()),
    }),
  );

/** Rights and to whom they went, or are to go. */
export const dealtRights = () =>
  list(
    group({
      ...identity,
      elevation: text().optional(),
      term: number('year').optional(),
      startingPrice: money().optional(),
      dealPrice: owed(money()),
      royaltyRate: percent().optional(),
      transferee: owed(partyOrPerson()),
    }),
  );

/** What a supplement or correction may say anew. */
export const changedRights = () =>
  list(
    group({
      name: text(),
      right: choice('right', RIGHTS).optional(),
      mineral: text().optional(),
      location: text().optional(),
      corners: longText().optional(),
      area: rightArea().optional(),
      reserves: longText().optional(),
      elevation: text().optional(),
      term: number('year').optional(),
      deposit: partOf({ field: 'startingPrice' }, money()).optional(),
      startingPrice: money().optional(),
      increment: money().optional(),
      royaltyRate: percent().optional(),
      dealPrice: money().optional(),
      transferee: partyOrPerson().optional(),
    }),
  );

/** What any notice may say of one right. */
export interface RightRow {
  name?: string;
  right?: (typeof RIGHTS)[number];
  mineral?: string;
  location?: string;
  corners?: string;
  area?: number;
  elevation?: string;
  reserves?: string;
  term?: number;
  deposit?: Money;
  startingPrice?: Money;
  royaltyRate?: number;
  dealPrice?: Money;
  transferee?: Party;
  holder?: Party;
  licence?: string;
  validUntil?: string;
  reportYear?: string;
}

/**
 * The rights of a notice as lots. A name is printed now with `采矿权` and now without, so a lot is told by what
 * is left; later notices of the same right merge onto it.
 */
export function lotsOfRights(
  notice: Pick<Notice, 'section'>,
  rows: readonly RightRow[] | undefined,
  method?: Method,
): OcdsLot[] {
  const lots = (rows ?? []).flatMap((row) =>
    row.name === undefined ? [] : [{ section: rightLot(row.name), title: row.name, miningRight: rightOf(row, method) }],
  );
  return lotsOf({ section: notice.section && { ...notice.section, id: rightLot(notice.section.id) } }, lots);
}

export function rightLot(name: string): string {
  const bare = matchKey(name).replace(/(?:探矿|采矿|矿业)权(?:[网上公开]*(?:挂牌|拍卖|招标)?出让)?/g, '');
  return lotId(bare || matchKey(name));
}

function rightOf(row: RightRow, method: Method | undefined): MiningRight {
  return {
    // A reprint may say nothing of it; its name mostly does.
    right: row.right ?? (/探|勘查/.test(row.name ?? '') ? 'explorationRight' : 'extractionRight'),
    mineral: row.mineral,
    location: row.location,
    corners: row.corners,
    area: row.area,
    elevation: row.elevation,
    reserves: row.reserves,
    term: row.term,
    method,
    deposit: ocdsValue(row.deposit),
    startingPrice: ocdsValue(row.startingPrice),
    dealPrice: ocdsValue(row.dealPrice),
    royaltyRate: row.royaltyRate,
    licence: row.licence,
    validUntil: row.validUntil,
    reports: yearIn(row.reportYear),
  };
}

/** 2025, 2025年度. */
function yearIn(printed: string | undefined): MiningRight['reports'] {
  const year = /(?:19|20)\d{2}/.exec(printed ?? '')?.[0];
  return year === undefined ? undefined : [{ id: year }];
}

/** Who gets each right: `pending` while publicised, `active` once the result is out. */
export function awardsOfRights(
  rows: readonly RightRow[] | undefined,
  status: OcdsAward['status'],
  on?: string,
): OcdsAward[] {
  return (rows ?? []).flatMap(({ name, transferee, dealPrice }) => {
    if (name === undefined || !transferee) return [];
    const lot = rightLot(name);
    return [
      {
        id: awardId(lot, transferee),
        status,
        date: since(on),
        value: ocdsValue(dealPrice),
        suppliers: [reference(transferee)!],
        relatedLots: [lot],
      },
    ];
  });
}

export function transfereesOf(rows: readonly RightRow[] | undefined): Party[] {
  return (rows ?? []).flatMap(({ transferee }) => (transferee ? [transferee] : []));
}

export function methodOf(method: Method | undefined): Partial<NonNullable<OcdsFragment['tender']>> {
  return method ? { method, procurementMethod: method === 'agreement' ? 'direct' : 'open' } : {};
}
