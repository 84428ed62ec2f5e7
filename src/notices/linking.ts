import type { Database } from '../database/database.ts';
import type { Notice } from '../registers/notice.ts';
import type { OcdsRelatedProcess } from '../registers/ocds.ts';
import { findRegister, registers } from '../registers/registers.ts';
import { sha256 } from '../values/canonical.ts';
import { CITY } from '../values/region.ts';
import { matchKey } from '../values/script.ts';
import { Known } from './known.ts';
import type { Release } from './release.ts';
import { saveKeys } from './storage.ts';

/** By which notices find their record: looked up, claimed for a record, and given up. */
export type Keys = Pick<Known, 'findByKey' | 'claimKey' | 'releaseKey'>;

/**
 * Which record a notice belongs to, of those there are: by the ocid given, by project code (or the register's own keys,
 * such as a parcel number), and by title only where there is no code. Two projects of one title with different codes
 * stay apart. Claims nothing.
 */
export function findRecordOf(keys: Pick<Known, 'findByKey'>, notice: Notice): string | undefined {
  const codes = codeKeys(notice);
  const known = notice.ocid ?? firstKnown(keys, codes);
  if (known) return known;
  const { free, coded } = titleKeys(notice);
  return keys.findByKey(free) ?? (codes.length === 0 ? keys.findByKey(coded) : undefined);
}

/** The record of a notice, a new one where there is none; the keys the notice brings are claimed for it. */
export function linkToRecord(keys: Keys, notice: Notice): string {
  const codes = codeKeys(notice);
  const { free, coded } = titleKeys(notice);
  const found = findRecordOf(keys, notice);
  const ocid = found ?? newOcid(notice.register, codes[0] ?? `${free}:${notice.id}`);
  for (const key of codes) keys.claimKey(key, ocid);
  if (codes.length === 0) {
    // One found by its title only has that key already, or shares it with others.
    if (notice.ocid || !found) keys.claimKey(free, ocid);
  } else {
    if (keys.findByKey(free) === ocid) keys.releaseKey(free);
    keys.claimKey(coded, ocid);
  }
  return ocid;
}

/** The title of a project without a code, and of one that has one. */
function titleKeys(notice: Notice): { free: string; coded: string } {
  const title = matchKey(projectTitle(notice));
  return { free: `${notice.register}:title:${title}`, coded: `${notice.register}:coded-title:${title}` };
}

/** Claims the keys of releases anew, given in the order of their arrival; one that amends another brings none. */
export function relinkReleases(database: Database, releases: readonly Release[]): void {
  const known = new Known(database);
  known.begin();
  for (const { amends, register, content } of releases) {
    if (amends === null && findRegister(register)) linkToRecord(known, content);
  }
  saveKeys(database, known.claims);
}

/** The records a notice points to, as OCDS names them. */
export function relatedProcesses({ related = [] }: Notice): OcdsRelatedProcess[] {
  return related.map(({ relationship, code }) => ({
    id: `${relationship}:${code}`,
    relationship: [relationship],
    scheme: /^(?:ocds|gongshi)-/.test(code) ? 'ocid' : CODE,
    identifier: code,
  }));
}

/** The scheme of identifiers that are codes of projects here. */
const CODE = 'gongshi-code';

/**
 * By what a record that is pointed to is found, in whichever register it is: its ocid or a code; undefined for what can
 * be no record of ours.
 */
export function targetOf({ scheme, identifier }: OcdsRelatedProcess): string | undefined {
  if (typeof identifier !== 'string' || identifier.trim() === '') return undefined;
  if (scheme === 'ocid') return `ocid:${identifier.trim()}`;
  return scheme === CODE ? `code:${matchKey(identifier)}` : undefined;
}

/** All by which others may point to a record: its ocid, and the codes in its notices. */
export function targetsOf(ocid: string, notices: readonly Notice[]): string[] {
  return [...new Set([`ocid:${ocid}`, ...notices.flatMap(codesOf).map((code) => `code:${code}`)])];
}

/** The record that a target names, where it is here: of the register that points before the others. */
export function recordAt(keys: Pick<Known, 'findByKey'>, target: string, register: string): string | undefined {
  if (target.startsWith('ocid:')) return target.slice('ocid:'.length);
  const order = [register, ...registers.map(({ id }) => id)];
  return firstKnown(
    keys,
    order.map((id) => `${id}:${target}`),
  );
}

function firstKnown(known: Pick<Known, 'findByKey'>, codes: readonly string[]): string | undefined {
  for (const code of codes) {
    const ocid = known.findByKey(code);
    if (ocid) return ocid;
  }
  return undefined;
}

function codeKeys(notice: Notice): string[] {
  return codesOf(notice).map((code) => `${notice.register}:code:${code}`);
}

/** Folded; by the register's own keys too, such as a parcel number. */
function codesOf(notice: Notice): string[] {
  const { code, dealCode, otherCodes = [] } = notice.project;
  const own = findRegister(notice.register)?.keys?.(notice) ?? [];
  return [code, dealCode, ...otherCodes, ...own]
    .map((text) => (text ? matchKey(text) : ''))
    .filter((key) => key.length > 2);
}

function newOcid(register: string, key: string): string {
  return `gongshi-${CITY}-${register}-${sha256(key).slice(0, 12)}`;
}

/** The name of the project a notice is about: as given, or its title without the words that say what kind of notice it is. */
export function projectTitle(notice: Pick<Notice, 'title' | 'project'>): string {
  if (notice.project.name) return notice.project.name;
  let title = notice.title.trim();
  for (let before = ''; before !== title;) {
    before = title;
    for (const tail of TAILS) title = title.replace(tail, '').trim();
  }
  return title || notice.title;
}

const ORDINAL = '[第]?[一二三四五六七八九十\\d]+[次号]?';
/** Words at the end of a title that name the notice, not the project; taken off until none is left. */
const TAILS = [
  new RegExp(`[（(]\\s*(?:${ORDINAL}|更正|变更|澄清|补遗)\\s*[）)]$`),
  /(?:公告|公示|通知书?|公开信息|记录)$/,
  /(?:(?:中标|成交)(?:[（(]成交[）)])?(?:候选人|结果)?|中标[（(]成交[）)]结果|评标结果|候选人|结果)$/,
  /(?:更正|变更|澄清|答疑|补遗|延期|暂停|终止|废标|流标|异常)(?:[（(][^（）()]{1,6}[）)])?$/,
  /(?:合同订立|合同|履约|竣工|验收|开标|采购意向|意向|资格预审|单一来源采购|单一来源)$/,
  /(?:电子化)?(?:公开招标|邀请招标|竞争性谈判|竞争性磋商|询价|招标\[采购\]|招标)$/,
  /(?<=项目)采购$/,
  /(?:国有建设用地使用权)?(?:挂牌|拍卖|招标)?(?:出让|划拨)$/,
  /(?:采矿权|探矿权)?(?:挂牌|拍卖|招标)出让$/,
  /(?:的|[-—－:：_ ])$/,
];
