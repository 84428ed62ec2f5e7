import type { Format } from '../format.ts';
import type { NoticeInput } from '../../../registers/notice.ts';
import { findRegister, registers } from '../../../registers/registers.ts';
import { sha256 } from '../../../values/canonical.ts';
import type { Refusal } from '../../../values/result.ts';
import { columnOf, COLUMNS, type Values } from './header.ts';
import { factsOf } from './facts.ts';
import { fit } from '../fitting.ts';
import type { Item } from '../item.ts';
import { platformKind, registerOfType } from '../platform-kind.ts';
import { mediumOf, regionOfPlatform, sourceAddress, titleParts } from '../platform-notice.ts';

/** A listing: a title and a day in each row. It is called by the form it comes in. */
export const listing: Format = {
  id: 'csv',
  table: {
    recognise: (heads) => {
      const columns = new Set(heads.map(columnOf));
      return columns.has('title') && columns.size > 2;
    },
    item: listingItem,
    isKnown: (head) => columnOf(head) !== undefined,
  },
};

/**
 * A row of a listing: title, day, type, where it stands. It goes in as a reprint with the few facts that its columns
 * say, and gives way to the full text of the same notice (`ggzy.ts`), whichever comes first.
 */
function listingItem(row: Item['row'], cells: Record<string, string>): Item {
  const { values, names } = byColumn(cells);
  const found = kindOf(values, names);
  if ('problem' in found) return { row, format: 'csv', problems: [found.problem], raw: cells };
  const url = sourceAddress(values.url ?? '');
  const onPlatform = /([0-9a-f]{32,40})\.s?html$/.exec(url ?? '')?.[1];
  const parts = titleParts(values.title ?? '');
  const code = values.code || parts.code;
  const name = values.name || parts.name;
  const unit = values.unit || values.buyer;
  const kind = findRegister(found.register)?.kinds[found.kind];
  const facts = kind && factsOf(kind, values, names);
  const remarks = [
    ...(found.guessed ? [{ code: 'kindByType', found: values.typeName || values.type }] : []),
    ...(facts?.remarks ?? []),
  ];
  const notice: NoticeInput = {
    id:
      values.id ||
      (onPlatform
        ? `ggzy:${onPlatform}/listing`
        : `listing:${sha256(`${url ?? ''}\n${values.title}\n${values.publishedAt}`).slice(0, 24)}`),
    register: found.register,
    kind: found.kind,
    title: values.title ?? '',
    ...(values.number && { number: values.number }),
    project: { ...(code && { code }), ...(name && { name }) },
    ...(parts.section && { section: parts.section }),
    ...(unit && { unit: { name: unit } }),
    region: regionOfPlatform({ region: values.region ?? '', url: url ?? '', platform: values.medium ?? '' }),
    publishedAt: values.publishedAt ?? '',
    firstPublished: {
      medium: mediumOf(values.medium ?? '', url ?? '') ?? values.title ?? '—',
      ...(url && { url }),
      ...(values.publishedAt && { at: values.publishedAt }),
    },
    ...(remarks.length > 0 && { remarks }),
    ...(kind && facts && { fields: fit(kind, facts.fields) }),
  };
  return {
    row,
    format: 'csv',
    notice,
    problems: [],
    raw: cells,
    names,
    ...(onPlatform && { unless: `ggzy:${onPlatform}` }),
  };
}

function byColumn(cells: Record<string, string>): { values: Values; names: Record<string, string> } {
  const values: Values = {};
  const names: Record<string, string> = {};
  for (const [header, cell] of Object.entries(cells)) {
    const column = columnOf(header);
    if (!column || values[column]) continue;
    values[column] = cell.trim();
    names[PATHS[column] ?? column] = header;
    if (column === 'publishedAt') names['firstPublished.at'] = header;
  }
  return { values, names };
}

/** Where a column stands in a notice, so that a problem names the column. */
const PATHS: Values = {
  medium: 'firstPublished.medium',
  url: 'firstPublished.url',
  code: 'project.code',
  name: 'project.name',
  unit: 'unit.name',
  buyer: 'unit.name',
  typeName: 'kind',
};

function kindOf(
  values: Values,
  names: Record<string, string>,
): { register: string; kind: string; guessed: boolean } | { problem: Refusal } {
  const title = values.title ?? '';
  if (values.register && values.kind)
    return {
      register: idOfRegister(values.register) ?? values.register,
      kind: idOfKind(values.register, values.kind),
      guessed: false,
    };
  const type =
    values.type ||
    /\/(\d{4})\/\d{6,8}\//.exec(values.url ?? '')?.[1] ||
    TYPE_NAMES[`${values.business} ${values.typeName}`] ||
    '';
  const register =
    (type && registerOfType(type)) || findRegister(idOfRegister(values.register || values.business || '') ?? '');
  if (!register) {
    const column = names['business'] ?? names['register'] ?? names['type'] ?? COLUMNS.business[0];
    const expected = registers.map(({ labels }) => labels.zh.name).join('、');
    return {
      problem: {
        code: 'board-without-register',
        path: column,
        found: [values.business || values.register, type].filter(Boolean).join(' '),
        expected,
      },
    };
  }
  const { kind, guessed } = platformKind(register, type, title);
  return { register: register.id, kind, guessed };
}

function idOfRegister(text: string): string | undefined {
  return registers.find(
    ({ id, labels }) =>
      id === text || [labels.zh.name, labels.zh.short, labels.zh.title, labels.en.name].includes(text),
  )?.id;
}

/** A kind by its id or by its label. */
function idOfKind(register: string, text: string): string {
  const found = findRegister(idOfRegister(register) ?? '');
  return (
    Object.keys(found?.kinds ?? {}).find(
      (id) => id === text || found!.labels.zh.kinds[id] === text || found!.labels.en.kinds[id] === text,
    ) ?? text
  );
}

/** The national platform's names of its types, for listings without codes. */
const TYPE_NAMES: Record<string, string> = {
  '工程建设 招标/资审公告': '0101',
  '工程建设 开标记录': '0102',
  '工程建设 交易结果公示': '0104',
  '工程建设 招标/资审文件澄清': '0105',
  '政府采购 采购/资审公告': '0201',
  '政府采购 中标公告': '0202',
  '政府采购 采购合同': '0203',
  '政府采购 更正事项': '0204',
  '土地使用权 出让公示': '0301',
  '土地使用权 成交宗地': '0302',
  '矿业权 出让公告': '0401',
  '矿业权 出让结果': '0402',
  '矿业权 公开信息': '0403',
  '矿业权 登记公告信息': '0404',
};
