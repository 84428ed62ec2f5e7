import * as z from 'zod';
import { choice, group, instant, list, text } from './fields.ts';
import { RELATIONSHIPS } from './relations.ts';
import { saidUpTo, upTo } from './texts.ts';
import { isDestroyedCode } from '../values/identifier.ts';

/** A file that came with a notice. `url` points at the source while the file is not stored here. */
const attachment = z.strictObject({
  name: text(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  type: z.string().max(100).optional(),
  /** Bytes. */
  size: z.int().nonnegative().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** A code as its source prints it; what a spreadsheet made of one is none, and would join what has nothing in common. */
const code = (longest: number) =>
  upTo(longest).refine((value) => !isDestroyedCode(value), { params: { refusal: 'code-destroyed' } });

/**
 * What every notice says, whatever its register and kind; `fields` is the kind's own. This is what an officer
 * writes, what an importer reads, and, parsed, what a release stores.
 */
export const noticeHeader = z.strictObject({
  /** Identity at its source, unique there; importing the same id again changes nothing. */
  id: saidUpTo(200),
  register: z.string(),
  kind: z.string(),
  title: saidUpTo(500),
  /** 公告编号 / 文号. */
  number: upTo(200).optional(),
  /** By what the notice finds its record. Without a code the title is used. */
  project: z
    .strictObject({
      code: code(200).optional(),
      /** Further codes by which others know the project (项目编号 beside the platform's code); they link too. */
      otherCodes: z.array(code(200).min(1)).max(20).optional(),
      name: upTo(500).optional(),
      /** 统一交易标识码. */
      dealCode: code(60).optional(),
      /** 项目代码 of the platform of investment projects: one for all tenders of a project, so it links no notice to a record. */
      investmentCode: code(60).optional(),
    })
    .default({}),
  /** 标段(包) the notice is about when it is about one only; sections of one project stay apart. */
  section: z.strictObject({ id: saidUpTo(100), name: upTo(500, z.string()).optional() }).optional(),
  /**
   * Other records it belongs to: the framework it is called off from, the failed tender it repeats, what a complaint or
   * an act of supervision is about. Both records show it.
   */
  related: list(
    group({
      relationship: choice('relationship', RELATIONSHIPS),
      /** The other's ocid, or one of its codes (项目编号, 宗地编号). */
      code: saidUpTo(200).meta({ field: 'text' }),
    }),
  ).optional(),
  /** Given only when the source is OCDS. */
  ocid: upTo(200).optional(),
  /** The unit that publishes. A reprint may lack it. */
  unit: z.strictObject({ name: saidUpTo(300), code: code(40).optional() }).optional(),
  /** A code of `values/region.ts`; empty when the source does not say. */
  region: z.string().max(20).default(''),
  publishedAt: instant(),
  /** The statutory medium that published first; its text is authoritative (10号令 art. 15). Set on every reprint. */
  firstPublished: z
    .strictObject({
      medium: saidUpTo(300),
      url: z.url({ protocol: /^https?$/ }).optional(),
      at: instant().optional(),
    })
    .optional(),
  /** The `id` of the notice that this one restates, changes or withdraws. */
  amends: upTo(200).optional(),
  /** Why it was corrected, withdrawn or terminated. */
  reason: upTo(2_000).optional(),
  /** Markdown. */
  body: upTo(500_000, z.string()).optional(),
  attachments: z.array(attachment).max(200).default([]),
  /** The release as an OCDS publisher wrote it; then it, not `fields`, makes the record. */
  ocds: z.record(z.string(), z.unknown()).optional(),
  /** Why a statutory period is not kept, by rule; shown beside the verdict. */
  explanations: z
    .array(z.strictObject({ rule: z.string().regex(/^[A-Z]\d{1,2}(?:-\d)?$/), text: saidUpTo(2_000) }))
    .max(30)
    .optional(),
  /** Issued in an emergency without a second pair of eyes; only that act sets it, no form and no import. */
  unreviewed: z.literal(true).optional(),
  /** What an importer was not sure of, in words for the reader (`import.*` keys of locales with values). */
  remarks: z.array(z.strictObject({ code: z.string(), found: z.string().optional() })).optional(),
  fields: z.record(z.string(), z.unknown()).default({}),
});

export type Notice<Fields = Record<string, unknown>> = Omit<z.output<typeof noticeHeader>, 'fields'> & {
  fields: Fields;
  /** Personal data was taken out later, and why (`at` in UTC ms). No input can say so; only a redaction does. */
  redaction?: { at: number; reason: string };
};
export type Attachment = z.output<typeof attachment>;
/** What may be handed to the door, before parsing. */
export type NoticeInput = z.input<typeof noticeHeader>;
