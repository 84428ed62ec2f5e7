import type { NoticeInput } from '../../../registers/notice.ts';
import { findRegister, registers } from '../../../registers/registers.ts';
import { sha256 } from '../../../values/canonical.ts';
import type { Refusal } from '../../../values/result.ts';
import { shown, type Item } from '../item.ts';
import type { Format } from '../format.ts';
import { wordsOf } from '../../languages.ts';
import { isList, isObject, textOf, type JsonObject } from '../json-object.ts';
import { repaired } from './repair.ts';

/**
 * Releases of the Open Contracting Data Standard, 1.0 and 1.1, as they are found: packages of releases or of
 * records, single ones, and files that mix both. A release goes in as it is said (`ocds`), with its own ocid; the
 * notice around it only says where it belongs. A record whose releases are only linked by address goes in by its
 * compiled release, unless individual releases of the same ocid are here.
 */
export interface Publisher {
  name?: string;
  uri?: string;
  publishedDate?: string;
}

/** Release packages, record packages, single releases, JSON Lines; 1.0 and 1.1. */
export const ocds: Format = {
  id: 'ocds',
  objects: { recognise: isOcds, items: (value, place) => ocdsItems(place, value) },
};

/** Whether a value is a package, record or release of OCDS. */
function isOcds(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (isList(value['releases']) || isList(value['records'])) return true;
  return (
    typeof value['ocid'] === 'string' && ('tag' in value || 'compiledRelease' in value || 'initiationType' in value)
  );
}

function* ocdsItems(place: Item['row'] | null, value: JsonObject): Generator<Item> {
  const row = place ?? 1;
  const rowOf = (index: number) => (place === null ? index + 1 : `${place}/${index + 1}`);
  if (isList(value['records'])) {
    const publisher = publisherOf(value);
    for (const [index, record] of value['records'].entries()) yield* recordItems(rowOf(index), record, publisher);
  } else if (isList(value['releases']) && !('ocid' in value)) {
    const publisher = publisherOf(value);
    for (const [index, release] of value['releases'].entries()) yield releaseItem(rowOf(index), release, publisher);
  } else if ('compiledRelease' in value || isList(value['releases'])) {
    yield* recordItems(row, value, publisherOf(value));
  } else {
    yield releaseItem(row, value, publisherOf(isObject(value['packageInfo']) ? value['packageInfo'] : value));
  }
}

function publisherOf(value: JsonObject): Publisher {
  const publisher = value['publisher'];
  return {
    name: isObject(publisher) ? textOf(publisher['name']) : textOf(publisher),
    uri: textOf(value['uri']),
    publishedDate: textOf(value['publishedDate']),
  };
}

function* recordItems(row: Item['row'], value: unknown, publisher: Publisher): Generator<Item> {
  if (!isObject(value))
    return yield refused(row, value, publisher, { code: 'not-a-release', path: 'records', found: shown(value) });
  const releases = isList(value['releases']) ? value['releases'].filter(isObject) : [];
  const whole = releases.filter((release) => !('url' in release) || 'id' in release);
  if (whole.length > 0) {
    for (const [index, release] of whole.entries())
      yield releaseItem(whole.length === 1 ? row : `${row}/${index + 1}`, release, publisher);
    return;
  }
  const compiled = compiledOf(value);
  if (!compiled)
    return yield {
      row,
      format: 'ocds',
      problems: [{ code: 'only-linked', path: 'records.releases', found: String(releases.length) }],
      raw: packed({ record: value }, publisher),
    };
  const linkedTags = releases.flatMap(({ tag }) => tagsOf(tag));
  yield releaseItem(row, { ...compiled, ocid: compiled['ocid'] ?? value['ocid'] }, publisher, {
    record: value,
    tags: linkedTags,
  });
}

/** The compiled release; some publishers leave it empty and put it under `versionedRelease` as a list. */
function compiledOf(record: JsonObject): JsonObject | undefined {
  const compiled = record['compiledRelease'];
  if (isObject(compiled) && Object.keys(compiled).length > 0) return compiled;
  const versioned = record['versionedRelease'];
  const last = isList(versioned) ? versioned.filter(isObject).at(-1) : undefined;
  return last && 'tag' in last ? last : undefined;
}

function releaseItem(
  row: Item['row'],
  value: unknown,
  publisher: Publisher,
  compiled?: { record: JsonObject; tags: string[] },
): Item {
  const raw = packed(compiled ? { record: compiled.record } : { release: value }, publisher);
  if (!isObject(value))
    return refused(row, value, publisher, { code: 'not-a-release', path: 'releases', found: shown(value) });
  const ocid = textOf(value['ocid']);
  const id = textOf(value['id']);
  const date = textOf(value['date']) ?? publisher.publishedDate;
  const absent = [...(ocid ? [] : ['ocid']), ...(id ? [] : ['id']), ...(date ? [] : ['date'])];
  if (!ocid || !id || !date)
    return { row, format: 'ocds', problems: absent.map((path): Refusal => ({ code: 'missing', path })), raw };

  const release = repaired(value);
  const own = tagsOf(value['tag']).filter((tag) => tag !== 'compiled');
  const tags = own.length > 0 ? own : (compiled?.tags ?? []);
  const register = registerOf(release);
  const kind = kindOfTag(register, furthest(tags.length > 0 ? tags : tagsByContent(release)));
  if (!kind)
    return {
      row,
      format: 'ocds',
      problems: [{ code: 'unknown-tag', path: 'tag', found: tags.join(' '), expected: TAGS.join(' ') }],
      raw,
    };
  const source = compiled ? `ocds:${ocid}/compiled@${date}` : `ocds:${ocid}/${id}`;
  const buyer = isObject(release['buyer']) ? wordsOf(release['buyer'], 'name') : undefined;
  const notice: NoticeInput = {
    id: source.length <= 200 ? source : `ocds:${sha256(source)}`,
    register,
    kind,
    ocid,
    title: (titleOf(release) ?? ocid).slice(0, 500),
    ...(buyer && { unit: { name: buyer.slice(0, 300) } }),
    region: '',
    publishedAt: date,
    firstPublished: {
      medium: publisher.name?.slice(0, 300) || 'OCDS',
      ...(isWeb(publisher.uri) && { url: publisher.uri }),
      at: date,
    },
    ocds: release,
  };
  const names = {
    publishedAt: 'date',
    id: 'id',
    ocid: 'ocid',
    title: 'tender.title',
    kind: 'tag',
    register: 'tender.mainProcurementCategory',
  };
  return { row, format: 'ocds', notice, problems: [], raw, names, ...(compiled && { compiledOf: ocid }) };
}

/** Kept in a reject file as a package of one, which is read like any other. */
function packed(
  one: { release: unknown } | { record: JsonObject },
  { name, uri, publishedDate }: Publisher,
): JsonObject {
  const head = { ...(uri && { uri }), ...(publishedDate && { publishedDate }), ...(name && { publisher: { name } }) };
  return 'record' in one ? { ...head, records: [one.record] } : { ...head, releases: [one.release] };
}

function refused(row: Item['row'], value: unknown, publisher: Publisher, problem: Refusal): Item {
  return { row, format: 'ocds', problems: [problem], raw: packed({ release: value }, publisher) };
}

function tagsOf(tag: unknown): string[] {
  const list = isList(tag) ? tag : [tag];
  return list
    .filter((one): one is string => typeof one === 'string' && one !== '')
    .map((one) => FORMER_TAGS[one] ?? one);
}

/** What publishers of drafts and first versions wrote. */
const FORMER_TAGS: Record<string, string> = {
  awardNotice: 'award',
  tenderNotice: 'tender',
  contractNotice: 'contract',
  spending: 'implementation',
};

/** The life of a contract in the order of OCDS; what says most decides what the notice is. */
const TAGS = [
  'planning',
  'planningUpdate',
  'tender',
  'tenderUpdate',
  'tenderAmendment',
  'tenderCancellation',
  'award',
  'awardUpdate',
  'awardCancellation',
  'contract',
  'contractUpdate',
  'contractAmendment',
  'contractTermination',
  'implementation',
  'implementationUpdate',
];

function furthest(tags: readonly string[]): string | undefined {
  return tags.reduce<string | undefined>(
    (best, tag) => (TAGS.indexOf(tag) > TAGS.indexOf(best ?? '') ? tag : best),
    undefined,
  );
}

function tagsByContent(release: JsonObject): string[] {
  const filled = (member: string) => isList(release[member]) && release[member].length > 0;
  if (filled('contracts')) return ['contract'];
  if (filled('awards')) return ['award'];
  return [isObject(release['tender']) ? 'tender' : 'planning'];
}

/** 工程 are tendered under 招标投标法, goods and services under 政府采购法. */
function registerOf(release: JsonObject): string {
  const category = isObject(release['tender']) ? release['tender']['mainProcurementCategory'] : undefined;
  const takes = registers.find(
    ({ takesOcds }) => takesOcds !== undefined && takesOcds !== 'rest' && takesOcds.some((one) => one === category),
  );
  return (takes ?? registers.find(({ takesOcds }) => takesOcds === 'rest'))!.id;
}

/** The kinds for a tag, the first that the register has; none of those that take back another notice. */
const KINDS: Record<string, string[]> = {
  planning: ['intention', 'plan'],
  planningUpdate: ['intention', 'plan'],
  tender: ['tender'],
  tenderUpdate: ['correction'],
  tenderAmendment: ['correction', 'clarification'],
  tenderCancellation: ['termination', 'failure'],
  award: ['award', 'result'],
  awardUpdate: ['award', 'result'],
  awardCancellation: ['termination', 'failure'],
  contract: ['contract'],
  contractUpdate: ['contract'],
  contractAmendment: ['contractChange', 'contract'],
  contractTermination: ['contractChange', 'contract'],
  implementation: ['performance', 'acceptance'],
  implementationUpdate: ['performance', 'acceptance'],
};

function kindOfTag(register: string, tag: string | undefined): string | undefined {
  const kinds = findRegister(register)?.kinds ?? {};
  return (KINDS[tag ?? ''] ?? []).find((id) => id in kinds);
}

function titleOf(release: JsonObject): string | undefined {
  const tender = isObject(release['tender']) ? release['tender'] : {};
  const planning = isObject(release['planning']) ? release['planning'] : {};
  const budget = isObject(planning['budget']) ? planning['budget'] : {};
  const first = (member: string) =>
    isList(release[member])
      ? release[member]
          .filter(isObject)
          .map((one) => wordsOf(one, 'title') ?? wordsOf(one, 'description'))
          .find(Boolean)
      : undefined;
  return (
    wordsOf(tender, 'title') ??
    first('contracts') ??
    first('awards') ??
    wordsOf(planning, 'project') ??
    wordsOf(budget, 'project') ??
    wordsOf(budget, 'description') ??
    wordsOf(planning, 'rationale') ??
    wordsOf(release, 'name') ??
    wordsOf(release, 'title') ??
    wordsOf(tender, 'description')
  );
}

function isWeb(address: string | undefined): address is string {
  return address !== undefined && /^https?:\/\//.test(address) && URL.canParse(address);
}
