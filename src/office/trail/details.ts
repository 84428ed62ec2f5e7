import * as z from 'zod';
import type { Event } from '../../events/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { minuteOf } from '../../values/date.ts';
import { sentenceOf } from '../form/sentence.ts';

/** What an act left beside its name, as far as it is told in words; whatever else it left stands in the export. */
const told = z
  .object({
    before: z.array(z.string()),
    after: z.array(z.string()),
    reason: z.string(),
    fields: z.array(z.string()),
    at: z.int(),
    asked: z.int(),
    changed: z.int(),
    sessions: z.int(),
    replaced: z.literal(true),
    factor: z.enum(['totp', 'passkey', 'recoveryCode']),
    refusals: z.array(z.object({ code: z.string(), found: z.string().optional(), expected: z.string().optional() })),
  })
  .partial();

/** In the words of the reader; empty where there is nothing to add. */
export function detailOf({ act, detail }: Pick<Event, 'act' | 'detail'>, locale: Locale): string {
  const t = labels(locale).trail.details;
  // Each by itself: one that an older program wrote otherwise must not hide the rest.
  const said = Object.fromEntries(
    Object.entries(told.shape).flatMap(([name, schema]) => {
      const value = schema.safeParse(detail[name]);
      return value.success && value.data !== undefined ? [[name, value.data]] : [];
    }),
  ) as z.output<typeof told>;
  const roles = (list: readonly string[]) =>
    list.map((role) => (labels(locale).accounts.roles as Record<string, string>)[role] ?? role).join('、') || t.nobody;
  const parts = [
    said.before && said.after && fill(t.roles, { before: roles(said.before), after: roles(said.after) }),
    said.fields && fill(t.remarks, { n: said.fields.length }),
    act === 'notice.schedule' && said.at !== undefined && fill(t.at, { at: minuteOf(said.at) }),
    said.asked !== undefined && fill(t.judged, { asked: said.asked, changed: said.changed ?? 0 }),
    said.sessions !== undefined && fill(t.sessions, { n: said.sessions }),
    said.replaced ? t.replaced : said.factor && t.factors[said.factor],
    said.reason && fill(t.reason, { reason: said.reason }),
    ...(said.refusals ?? []).map(({ code, found = '', expected = '' }) =>
      sentenceOf({ code, found, expected }, locale),
    ),
  ];
  return parts.filter(Boolean).join(labels(locale).record.comma);
}

/** The SHA-256 of the content that was submitted, approved or published. */
export function hashIn({ detail }: Pick<Event, 'detail'>): string | null {
  return typeof detail['hash'] === 'string' ? detail['hash'] : null;
}
