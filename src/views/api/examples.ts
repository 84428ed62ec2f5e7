import { releasesBySeq } from '../../notices/storage.ts';
import { directory } from '../../parties/directory/storage.ts';
import { registers } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { recordPath } from '../address.ts';
import { approvalsOn } from '../approvals/kept-items.ts';
import { casesOf } from '../cases/kept-cases.ts';
import { chosenBenchmarks } from '../discretion/discretion-page.ts';
import { itemsOn } from '../fees/kept-items.ts';
import { fundsOf } from '../funds/kept-funds.ts';
import { mattersOf } from '../rectification/kept-matters.ts';
import { publicOcid } from '../ocds/ocid.ts';
import { EXTENSIONS } from '../ocds/extensions.ts';
import { OCDS_REGISTERS } from '../ocds/scope.ts';
import { LISTED } from '../bulk/data-page.ts';
import { readManifest } from '../bulk/files.ts';
import type { Portal } from '../portal.ts';
import type { Route } from '../routes.ts';

/** Of this portal's own data, so that each example has an answer; null where there is none yet. */
export function pathExamples(portal: Portal): Record<string, string | null> {
  const newest = releasesBySeq(portal.database, OCDS_REGISTERS, 'before', Number.MAX_SAFE_INTEGER, LOOKED_AT);
  const [release] = newest;
  const filed = newest.find(({ content }) => content.attachments.some(({ sha256 }) => sha256 !== undefined));
  const segment = (ocid: string) => recordPath(ocid).slice('/records/'.length);
  const party = (isUnit: boolean) => directory(portal.database, { isUnit, limit: 1 })[0]?.id ?? null;
  const lists = EXTENSIONS.find(({ codelists }) => codelists && Object.keys(codelists).length > 0);
  const unit = party(true);
  const id = release ? String(release.id) : null;
  return {
    unit,
    '/records/[ocid] ocid': release ? segment(release.ocid) : null,
    '/notices/[id] id': id,
    '/notices/[id]/files/[name] id': filed ? String(filed.id) : null,
    '/notices/[id]/files/[name] name': filed?.content.attachments.find(({ sha256 }) => sha256)?.name ?? null,
    '/[register].csv-metadata register': LISTED[0]!.id,
    '/data/files/[name] name': readManifest(portal.settings.data).files[0]?.name ?? null,
    '/parties/[id] id': party(false),
    '/units/[id] id': unit,
    '/units/[id]/compliance id': unit,
    '/fees/[code] code': itemsOn(portal, dayOf(portal.now()))[0]?.item.code ?? null,
    '/approvals/[code] code': approvalsOn(portal, dayOf(portal.now()))[0]?.item.code ?? null,
    '/rectification/[code] code': mattersOf(portal)[0]?.matter.code ?? null,
    '/cases/[code] code': casesOf(portal)[0]?.number ?? null,
    '/discretion/[code] code': chosenBenchmarks(portal, {})[0]?.benchmark.code ?? null,
    '/funds/[code] code': fundsOf(portal)[0]?.fund.code ?? null,
    '/data/dictionary/[register] register': registers[0]!.id,
    '/api/ocds/releases/[id] id': id,
    '/api/ocds/records/[ocid] ocid': release ? segment(publicOcid(release.ocid, portal)) : null,
    '/api/ocds/extensions/[id]/[name] id': EXTENSIONS[0]!.id,
    '/api/ocds/extensions/[id]/[name] name': 'extension.json',
    '/api/ocds/extensions/[id]/codelists/[name] id': lists?.id ?? null,
    '/api/ocds/extensions/[id]/codelists/[name] name': lists ? Object.keys(lists.codelists!)[0]! : null,
  };
}

/** Files are rare. */
const LOOKED_AT = 200;

const EXAMPLES: Record<string, string> = {
  q: '道路',
  kind: 'tender',
  region: '620502',
  year: '2026',
  from: '2026-01-01',
  to: '2026-12-31',
  min: '100',
  max: '5000',
  before: '20000000000',
  limit: '20',
  day: '2026-12-01',
  skip: '0',
  letter: 't',
  after: '0',
  'changes.after': '0-0-0',
  'changes.before': 'last',
  department: '公安',
  on: '2026-11-27',
  since: '2020-01-01',
  fee: '不动产登记 100元',
  'fees.q': '不动产登记 100元',
  item: 'zr-01',
  'fees.kind': '1',
  paid: '100',
  base: '10000',
  mineral: '煤',
  county: '甘谷县',
  'rectification.unit': '甘谷县某财政局',
  number: 'bj-2026-0001',
  'cases.unit': '天水市某市场监督管理局',
  'cases.item': 'sp-sc-01',
  month: '2026-11',
  'discretion.q': '罚款',
  domain: '市场监管',
  'approvals.unit': '天水市某政务服务中心',
};

/** A value that is read: of this portal's, the first of its choices, or a usual one. */
export function exampleOf(
  { path }: Route,
  name: string,
  schema: Record<string, unknown>,
  examples: Record<string, string | null>,
): string | null {
  const page = path.replace(/^\/api(?=\/)/, '').split('/')[1]!;
  const choices = (schema['enum'] ?? (schema['const'] === undefined ? [] : [schema['const']])) as string[];
  if (
    (name === 'unit' && EXAMPLES[`${page}.unit`] === undefined) ||
    (name === 'after' && (page === 'units' || page === 'parties'))
  )
    return examples['unit'] ?? null;
  return EXAMPLES[`${page}.${name}`] ?? choices[0] ?? EXAMPLES[name] ?? null;
}
