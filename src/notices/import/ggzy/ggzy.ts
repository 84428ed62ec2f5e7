import { placeOf, type Format } from '../format.ts';
import { isList, isObject, type JsonObject } from '../json-object.ts';
import type { NoticeInput } from '../../../registers/notice.ts';
import type { Register } from '../../../registers/register.ts';
import { registers } from '../../../registers/registers.ts';
import { checkDealCode } from '../../../values/identifier.ts';
import type { Refusal } from '../../../values/result.ts';
import { fit } from '../fitting.ts';
import { captured, type Captured } from './captured.ts';
import { factsIn, type Facts } from './facts.ts';
import { shown, type Item } from '../item.ts';
import { platformKind, registerOfType, type PlatformKind } from '../platform-kind.ts';
import { mediumOf, regionOfPlatform, sourceAddress, titleParts } from '../platform-notice.ts';
import { asMarkdown } from '../printed/markdown.ts';
import { blocksOf, linesOf } from '../printed/page.ts';

const NAMES = {
  id: 'record_id',
  register: 'business_type',
  kind: 'info_type',
  title: 'title',
  publishedAt: 'publish_date',
  'firstPublished.at': 'publish_date',
  unit: 'issuer',
  region: 'region',
  'project.code': 'project_code',
  'firstPublished.medium': 'source_platform',
  'firstPublished.url': 'original_link',
  body: 'content_text',
  attachments: 'attachments',
};

/** Notices captured from the national platform 全国公共资源交易平台, one or a list of them. */
export const ggzy: Format = {
  id: 'ggzy',
  objects: {
    recognise: (value) =>
      isCaptured(value) || (isList(value['items']) && isObject(value['items'][0]) && isCaptured(value['items'][0])),
    items: (value, place) =>
      isList(value['items'])
        ? value['items'].map((item, index) => ggzyItem(placeOf(place, index), item))
        : [ggzyItem(place ?? 1, value)],
  },
};

function isCaptured(value: JsonObject): boolean {
  return 'detail_url' in value && ('record_id' in value || 'content_text' in value);
}

/** A captured notice as a reprint in the register of its board. 其他 and boards without a register are refused. */
function ggzyItem(row: Item['row'], raw: unknown): Item {
  const parsed = captured.safeParse(raw);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue): Refusal => ({
      code: 'missing',
      path: issue.path.join('.'),
      found: shown((raw as Record<string, unknown>)?.[String(issue.path[0])] ?? ''),
    }));
    return { row, format: 'ggzy', problems, raw };
  }
  const page = parsed.data;
  const type = /\/(\d{4})\/\d{8}\//.exec(page.detail_url)?.[1] ?? '';
  const register = registerOfType(type);
  if (!register) {
    const expected = registers.map(({ labels }) => labels.zh.name).join('、');
    return {
      row,
      format: 'ggzy',
      problems: [
        {
          code: 'board-without-register',
          path: 'business_type',
          found: [page.business_type, type].filter(Boolean).join(' '),
          expected,
        },
      ],
      raw,
    };
  }
  return {
    row,
    format: 'ggzy',
    notice: noticeOf(page, register, type),
    problems: [],
    raw,
    names: NAMES,
    restates: `ggzy:${page.record_id}/listing`,
  };
}

function noticeOf(page: Captured, register: Register, type: string): NoticeInput {
  const blocks = blocksOf(page.content_text);
  const lines = linesOf(blocks);
  const hint = regionOfPlatform({ region: page.region, url: page.detail_url, platform: page.source_platform });
  const facts = factsIn(page, blocks, register, hint);
  const named = platformKind(register, type, page.title, lines.slice(0, 2));
  const kind = kindIn(named, facts, register);
  return {
    id: `ggzy:${page.record_id}`,
    register: register.id,
    kind,
    title: page.title,
    project: projectOf(page, facts),
    ...(facts.section && {
      section: { id: facts.section.id, ...(facts.section.name && { name: facts.section.name }) },
    }),
    ...(facts.buyer && { unit: { name: facts.buyer } }),
    region: facts.region,
    publishedAt: page.publish_date,
    firstPublished: {
      medium: mediumOf(page.source_platform, page.detail_url) ?? page.detail_url,
      url: sourceAddress(page.original_link) ?? sourceAddress(page.detail_url),
      at: page.publish_date,
    },
    ...(facts.failure && isEnd(register, kind) && { reason: facts.failure }),
    body: asMarkdown(blocks),
    attachments: page.attachments.map(({ name, url }) => ({ name: name.trim() || url, url: sourceAddress(url) })),
    remarks: [...(named.guessed ? [{ code: 'kindByType', found: page.info_type || type }] : []), ...facts.remarks],
    fields: register.kinds[kind] ? fit(register.kinds[kind], facts.fields) : {},
  };
}

/** The kind that the words name, unless the text says more: that it came to nothing, or by which method it is. */
function kindIn({ kind }: PlatformKind, { failure, fields }: Facts, register: Register): string {
  const { act, stage } = register.kinds[kind] ?? {};
  if (failure !== undefined && (stage === 'award' || stage === 'candidate' || act === 'change')) {
    const ended = ['failure', 'termination'].find((id) => id in register.kinds);
    if (ended) return ended;
  }
  // 招标[采购]公告 heads all calls of some portals, 出让公告 all grants: the method that the text prints is the kind.
  const method = fields['method'];
  const isCall = stage === 'tender' && act === 'state';
  return isCall && typeof method === 'string' && method in register.kinds ? method : kind;
}

function isEnd(register: Register, kind: string): boolean {
  return register.kinds[kind]?.act === 'terminate';
}

/** The platform's code links; the code printed in the text is a second one by which others know the project. */
function projectOf(page: Captured, facts: Facts): NoticeInput['project'] {
  const codes = [page.project_code.trim(), titleParts(page.title).code, ...facts.codes].filter((code): code is string =>
    Boolean(code),
  );
  const dealCode = codes.find((code) => checkDealCode(code).shape);
  const [code, ...others] = [...new Set(codes)].filter((one) => one !== dealCode);
  return {
    ...(code && { code }),
    ...(others.length > 0 && { otherCodes: others }),
    ...(facts.projectName && { name: facts.projectName }),
    ...(dealCode && { dealCode }),
  };
}
