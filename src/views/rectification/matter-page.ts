import { labels, type Locale } from '../../locales/labels.ts';
import { findByKey } from '../../notices/links/storage.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { rectification } from '../../registers/rectification/register.ts';
import { matterTold, type Matter } from '../../registers/rectification/told.ts';
import { WITHDRAWN } from '../../registers/stages.ts';
import { dayOf } from '../../values/date.ts';
import { matchKey } from '../../values/script.ts';
import { yuanText } from '../amount.ts';
import { recordClock, type RecordClock } from '../clock/record-clock.ts';
import { fenOf } from '../../registers/measures.ts';
import { partyLink, type PartyLink } from '../party/party-link.ts';
import type { Portal } from '../portal.ts';
import { recordContext } from '../record/context.ts';
import { lifeOf } from '../record/life.ts';
import { relatedOf, type RelatedRecord } from '../record/related.ts';
import { timelineOf, type Statement } from '../record/timeline.ts';
import { choiceLabel, registerLabels } from '../words.ts';
import { matterRow, type MatterRow } from './matter-row.ts';
import { ratingBlock, type RatingBlock } from './ratings.ts';

/** One matter: what its page shows and `/rectification/{code}.json` answers. */
export interface MatterPage {
  ocid: string;
  code: string;
  path: string;
  part: Matter['part'];
  partLabel: string;
  row: MatterRow;
  responsible: PartyLink | null;
  /** What was found or decided, then what was planned, done and seen again: each with its facts. */
  sections: { id: string; title: string; facts: { label: string; text: string }[] }[];
  rating: RatingBlock | null;
  related: RelatedRecord[];
  timeline: Statement[];
  clock: RecordClock | null;
  toVerify: string[];
}

export function matterPage(portal: Portal, code: string, locale: Locale): MatterPage | undefined {
  const { database } = portal;
  const ocid = findByKey(database, `${rectification.id}:code:${matchKey(code)}`);
  const record = ocid === undefined ? undefined : findRecord(database, ocid);
  const matter = record && record.stage !== WITHDRAWN ? matterTold(record.compiled.matter) : null;
  if (!record || !matter) return undefined;
  const life = lifeOf(releasesOf(database, record.ocid));
  const context = recordContext(portal, record, rectification, life, locale);
  const row = matterRow({ matter, record }, dayOf(portal.now()), locale);
  return {
    ocid: record.ocid,
    code: matter.code,
    path: row.path,
    part: matter.part,
    partLabel: labels(locale).rectification.parts[matter.part],
    row,
    responsible: matter.responsible === null ? null : partyLink(portal, matter.responsible),
    sections: matter.part === 'ratings' ? [] : sectionsOf(matter, locale),
    rating: matter.part === 'ratings' ? ratingBlock(portal, { matter, record }, locale) : null,
    related: relatedOf(context, record),
    timeline: timelineOf(context),
    clock: recordClock(portal, record.ocid, life.speaking, locale),
    toVerify: matter.toVerify,
  };
}

const SHOWN = {
  first: [
    'finding',
    'source',
    'problem',
    'foundBy',
    'foundOn',
    'amount',
    'dueOn',
    'responsiblePost',
    'decision',
    'decider',
    'decidedOn',
    'document',
    'documentNumber',
  ],
  plan: ['measure', 'dueOn', 'responsiblePost'],
  completion: ['doneOn', 'result', 'evidence', 'returned'],
  check: ['outcome', 'checkedOn', 'checkedBy', 'remarks', 'dueOn'],
} as const;

function sectionsOf(matter: Matter, locale: Locale): MatterPage['sections'] {
  const { fields, kinds } = registerLabels(rectification, locale);
  return (Object.keys(SHOWN) as (keyof typeof SHOWN)[]).flatMap((id) => {
    const said = matter[id] as Record<string, unknown> | null;
    if (!said) return [];
    const facts = SHOWN[id].flatMap((name) => {
      const text = textOf(name, said[name], locale);
      return text === '' ? [] : [{ label: fields[name]!, text }];
    });
    return facts.length === 0 ? [] : [{ id, title: kinds[id === 'first' ? matter.first.act : id]!, facts }];
  });
}

function textOf(name: string, value: unknown, locale: Locale): string {
  if (value === undefined || value === null) return '';
  if (name === 'source' || name === 'problem' || name === 'outcome')
    return choiceLabel(rectification, name, String(value), locale);
  if (typeof value === 'object' && 'name' in value) return String(value.name);
  const fen = typeof value === 'object' ? fenOf(value) : null;
  return fen !== null ? yuanText(fen) : typeof value === 'object' ? '' : String(value);
}
