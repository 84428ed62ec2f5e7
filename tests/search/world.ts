import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { embeddedEngine, type EmbeddedEngine, type Limits, type TextOf } from '../../src/search/embedded-engine.ts';
import type { SearchDocument, SearchEngine, SearchPage, SearchRequest } from '../../src/search/engine.ts';
import { writingClient, type MeilisearchSettings } from '../../src/search/meilisearch/client.ts';
import { meilisearchEngine } from '../../src/search/meilisearch/engine.ts';
import { followStep } from '../../src/search/meilisearch/follow.ts';
import { suits } from '../../src/search/meilisearch/question.ts';
import { findFollower, isCaughtUp } from '../../src/search/meilisearch/storage.ts';
import { writeCursor } from '../../src/search/order.ts';
import { indexDocuments } from '../../src/search/storage.ts';
import { dayNumber, parseInstant } from '../../src/values/date.ts';
import { KEY, startDouble } from './meilisearch/double.ts';

/** A small city: 湖滨路改造 from tender to award, its like, purchases, a parcel, a mining right. */
export const NOW = parseInstant('2026-03-20 12:00')!;

export function idOf(day: string, n: number): number {
  return dayNumber(parseInstant(day)!) * 1_000_000 + n;
}

const blank: Omit<SearchDocument, 'id' | 'ocid'> = {
  register: 'construction',
  kind: 'tender',
  region: '620502',
  unit: 'housing',
  stage: 'tender',
  deadline: null,
  quietOn: null,
  amount: null,
  title: '',
  units: ['天水市住房和城乡建设局'],
  suppliers: [],
  codes: [],
  media: [],
  text: '',
};

export const DOCUMENTS: Record<string, SearchDocument> = {
  lakeTender: {
    ...blank,
    id: idOf('2026-03-01', 0),
    ocid: 'lake',
    stage: 'award',
    amount: 330_000_000,
    title: '湖滨路改造工程施工招标公告',
    codes: ['TSGC-2026-018'],
    text: '资金来源：财政资金。批准文号：天水建〔2024〕28号。工期第 3 季度完工，含人行道与路灯。',
  },
  lakeAward: {
    ...blank,
    id: idOf('2026-03-15', 0),
    ocid: 'lake',
    kind: 'award',
    stage: 'award',
    amount: 321_450_000,
    title: '湖滨路改造工程施工中标结果公告',
    suppliers: ['天水××建设有限公司'],
    codes: ['TSGC-2026-018'],
    text: '中标价叁佰贰拾壹万肆仟伍佰元整。',
  },
  hospital: {
    ...blank,
    id: idOf('2026-03-12', 0),
    ocid: 'hospital',
    register: 'procurement',
    kind: 'tender',
    region: '620503',
    unit: 'hospital',
    deadline: parseInstant('2026-04-02 09:00'),
    amount: 480_000_000,
    title: '麦积区人民医院 CT 设备采购公开招标公告',
    units: ['麦积区人民医院'],
    codes: ['GSZC2026GC0012'],
    text: '采购一台 64 排ＣＴ，预算四百八十万元。Ⅲ级甲等。',
  },
  school: {
    ...blank,
    id: idOf('2026-03-12', 1),
    ocid: 'school',
    register: 'procurement',
    region: '620502',
    unit: 'education',
    deadline: parseInstant('2026-03-25 09:00'),
    amount: 90_000_000,
    title: '秦州区實驗小學課桌椅採購公告',
    units: ['秦州区教育局'],
    codes: ['GSZC2026GC0013'],
    text: '投標供應商須具備有效營業執照。',
  },
  parcel: {
    ...blank,
    id: idOf('2026-02-10', 0),
    ocid: 'parcel',
    register: 'land',
    kind: 'grant',
    region: '620503',
    unit: 'land',
    amount: 1_200_000_000,
    deadline: parseInstant('2026-03-12 16:00'),
    title: '麦积区东区地块国有建设用地使用权挂牌出让公告',
    units: ['天水市自然资源局'],
    codes: ['TSG〔2026〕5号'],
    text: '出让面积 2.5 公顷，起始价 1200 万元。',
  },
  mine: {
    ...blank,
    id: idOf('2025-11-03', 0),
    ocid: 'mine',
    register: 'mining',
    kind: 'grant',
    region: '620522',
    unit: 'land',
    stage: 'award',
    title: '秦安县某石灰岩采矿权拍卖出让结果公示',
    units: ['天水市自然资源局'],
    text: '与湖滨路无关；路，改造；人民币、公民医保、医院落成。',
  },
  bridge: {
    ...blank,
    id: idOf('2025-06-18', 0),
    ocid: 'bridge',
    region: '620503',
    stage: 'terminated',
    title: '渭河大桥维修加固工程终止公告',
    text: '原招标文件作废。湖滨路改造工程不受影响。',
  },
  lamp: {
    ...blank,
    id: idOf('2025-06-18', 1),
    ocid: 'lamp',
    stage: 'award',
    amount: 12_000_000,
    title: '路灯节能改造',
    suppliers: ['甘肃××照明有限公司'],
    text: 'LED灯具 128 套，型号DN300。Zhongbiao!',
  },
  withdrawn: {
    ...blank,
    id: idOf('2026-01-05', 0),
    ocid: 'withdrawn',
    stage: 'withdrawn',
    title: '城北管网改造工程招标公告',
    text: '𠮷字号巷道。',
  },
  soon: {
    ...blank,
    id: idOf('2026-03-18', 0),
    ocid: 'soon',
    register: 'procurement',
    unit: 'hospital',
    units: ['麦积区人民医院'],
    region: '620503',
    deadline: parseInstant('2026-03-23 09:00'),
    amount: 5_000_000,
    title: '消毒用品询价采购公告',
    text: '本项目不接受联合体。供应商：须为独立法人。',
  },
  ancient: {
    ...blank,
    id: idOf('2019-08-08', 3),
    ocid: 'ancient',
    stage: 'performance',
    title: '2019年度农村公路养护合同公告',
    units: ['天水市交通运输局'],
    unit: 'transport',
    text: '联系电话 0938-1234567',
  },
  nothing: {
    ...blank,
    id: idOf('2019-08-08', 4),
    ocid: 'nothing',
    unit: '',
    units: [],
    region: '620500',
    stage: 'planning',
    title: '其他',
  },
};

export interface World {
  path: string;
  database: Database;
  documents: Map<number, SearchDocument>;
  textOf: TextOf;
  engine: SearchEngine;
  add(...documents: SearchDocument[]): void;
  search(q: string, request?: Partial<SearchRequest>): Promise<SearchPage>;
  /** Names of what is found, in order. */
  find(q: string, request?: Partial<SearchRequest>): Promise<string[]>;
}

/** Who answers: the embedded engine; one on a server of ours that speaks Meilisearch's protocol; one on a real server. */
export type Engine = 'embedded' | 'double' | 'server';
/** The server that tests ask which need no failing one. */
export const SERVER: Engine = process.env['MEILI_URL'] ? 'server' : 'double';
export const ENGINES: Engine[] = ['embedded', 'double', ...(process.env['MEILI_URL'] ? ['server' as const] : [])];

/** Their engines read until the end of the process. */
const folders: string[] = [];
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

export function world(
  limits: Limits = {},
  documents: SearchDocument[] = Object.values(DOCUMENTS),
  answering: Engine = 'embedded',
): World {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-search-'));
  folders.push(folder);
  const path = join(folder, 'city.db');
  const database = new Database(path);
  migrate(database);
  const known = new Map<number, SearchDocument>();
  const textOf: TextOf = (ids) => new Map(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id)!]] : [])));
  const embedded = embeddedEngine(new Database(path, { readOnly: true }), textOf, limits);
  const engine = answering === 'embedded' ? embedded : followed(database, embedded, textOf, answering);
  const made: World = {
    path,
    database,
    documents: known,
    textOf,
    engine,
    add(...more) {
      for (const document of more) known.set(document.id, document);
      database.transaction(() => indexDocuments(database, more));
    },
    search: (q, request) =>
      engine.search({ q, filters: {}, sort: 'best', limit: 20, facets: false, now: NOW, ...request }),
    find: async (q, request) => (await made.search(q, request)).hits.map(({ id }) => nameOf(id)),
  };
  made.add(...documents);
  return made;
}

/** The pair, on a server that has followed before each question. */
function followed(database: Database, embedded: EmbeddedEngine, textOf: TextOf, answering: Engine): SearchEngine {
  const server = serverOf(answering);
  let turn: Promise<unknown> = Promise.resolve();
  const followFirst = async () => {
    const at = writingClient(await server, 1);
    while (await followStep(database, at, textOf, NOW));
    assert.ok(isCaughtUp(database));
    return at;
  };
  return {
    nearest: (request) => embedded.nearest(request),
    async search(request) {
      const caughtUp = turn.then(followFirst);
      turn = caughtUp.catch(() => {});
      const pair = meilisearchEngine(await caughtUp, embedded, { follower: () => findFollower(database) });
      return pair.search(request);
    },
  };
}

/** Where tests find a server: the double, or the real one that the environment names, each time with another index. */
export async function serverOf(answering: Engine): Promise<MeilisearchSettings> {
  if (answering === 'double') return { url: (await startDouble()).url, key: KEY };
  const { MEILI_URL: url = '', MEILI_KEY: key } = process.env;
  return { url, ...(key && { key }), index: `gongshi-test-${randomUUID()}` };
}

/** An engine whose time is over before it has seen anything of a first page that the server is asked for as well. */
export function hurried(embedded: EmbeddedEngine): EmbeddedEngine {
  return {
    ...embedded,
    async search(request) {
      const page = await embedded.search(request);
      if (request.before !== undefined || !suits(request)) return page;
      const next = writeCursor({ tier: 0, value: 0, id: Number.MAX_SAFE_INTEGER }, request.now);
      return { ...page, hits: [], total: 0, count: 'least', next, facets: {}, cut: true };
    },
  };
}

export function nameOf(id: number): string {
  return Object.entries(DOCUMENTS).find(([, document]) => document.id === id)?.[0] ?? String(id);
}

/** Every page from the first to the end. */
export async function allPages(
  city: World,
  q: string,
  request: Partial<SearchRequest>,
  between?: () => void,
): Promise<number[]> {
  const found: number[] = [];
  let before: string | undefined;
  for (let pages = 0; pages < 1000; pages++) {
    const page = await city.search(q, { ...request, before });
    found.push(...page.hits.map(({ id }) => id));
    if (page.next === null) return found;
    before = page.next;
    between?.();
  }
  throw new Error('the pages do not end');
}
