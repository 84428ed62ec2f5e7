import type { Actor } from '../../accounts/permissions.ts';
import { findUnit, type Unit } from '../../accounts/units/storage.ts';
import type { Database } from '../../database/database.ts';
import { labels, language, type Locale } from '../../locales/labels.ts';
import { standingsOf } from '../../notices/compile.ts';
import { carried } from '../../notices/drafts/carry.ts';
import { nextSteps, type NextStep } from '../../notices/drafts/next.ts';
import { mayAmend } from '../../notices/drafts/publisher.ts';
import { findDraftsUnderWay } from '../../notices/drafts/storage.ts';
import { leads, standsIn } from '../../notices/drafts/whose.ts';
import type { RecordRow, Release } from '../../notices/release.ts';
import { findRecords, releasesOf } from '../../notices/storage.ts';
import { partyNames } from '../../parties/storage.ts';
import type { Register } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { pathOf } from '../../views/address.ts';
import { portal } from '../../views/portal.ts';
import { stateOf, type State } from '../../views/record/state.ts';
import { kindLabel, stateText } from '../../views/words.ts';
import { officerName, shortMinute } from '../names.ts';
import type { Asked } from './page.ts';

/** A record to write about, with what may be written. */
export interface RecordPick {
  ocid: string;
  title: string;
  href: string;
  register: string;
  region: string;
  unit: string | null;
  code: string | null;
  state: State & { text: string };
  /** Fen. */
  amount: number | null;
  /**
   * `own`: the unit stands in it; `lead`: it may speak for the one that does, with a reason; `foreign`: another unit's;
   * `elsewhere`: of a register that the unit has no part in.
   */
  standing: 'own' | 'lead' | 'foreign' | 'elsewhere';
  /** The release a next notice goes on from. */
  from: number | null;
  /** What is likely next: while one can take part, what alters the call; then what follows. */
  next: PickStep[];
  others: PickStep[];
  /** Notices of the unit that stand, newest first: what it corrects or takes back. */
  own: { id: number; label: string }[];
  /** What somebody of the unit is writing about it already. */
  drafts: { href: string; title: string; author: string; savedAt: string }[];
}

export interface PickStep {
  /** `follow deal`: of the form. */
  value: string;
  label: string;
  dueOn: string | null;
  isLate: boolean;
  /** What comes along from the record; reckoned of what is likely next alone. */
  brings: string[];
}

/** How many records are shown; more words find fewer. */
const MOST = 10;

/** The records that words find, one's own first; without words, the newest of the unit. */
export async function findPicks(asked: Asked, words: string, isMine: boolean): Promise<RecordPick[]> {
  const { actor, now, office } = asked;
  const unit = findUnit(office.database, actor.unit!);
  if (!unit) return [];
  const named = `单位:"${unit.name}"`;
  const { hits } = await portal().search.search({
    q: words === '' ? named : isMine ? `${words} ${named}` : words,
    filters: words === '' ? { register: [...actor.registers] } : {},
    sort: words === '' ? 'newest' : 'best',
    limit: MOST,
    facets: false,
    collapse: true,
    now,
  });
  const records = findRecords(
    office.database,
    hits.map(({ ocid }) => ocid),
  );
  const places = new Map(hits.map(({ ocid }, place) => [ocid, place]));
  return records
    .sort((a, b) => places.get(a.ocid)! - places.get(b.ocid)!)
    .map((record) => pickOf(asked, unit, record))
    .sort((a, b) => ORDER[a.standing] - ORDER[b.standing]);
}

const ORDER = { own: 0, lead: 1, foreign: 2, elsewhere: 3 } as const;

/** What a unit may write about a record. */
export function pickOf({ office: { database }, actor, locale, now }: Asked, unit: Unit, record: RecordRow): RecordPick {
  const register = findRegister(record.register)!;
  const standing = standingIn(database, actor, unit, record, dayOf(now));
  const releases = releasesOf(database, record.ocid);
  const standings = standingsOf(releases);
  const speaking = releases.filter(({ id }) => standings.get(id) === 'current').reverse();
  const mayWrite = standing === 'own' || standing === 'lead';
  const own = mayWrite ? speaking.filter((release) => mayAmend(database, unit, release, dayOf(now))) : [];
  const steps = mayWrite ? nextSteps(database, record, releases, dayOf(now)) : [];
  const stepOf = stepIn(register, releases, own.length > 0, dayOf(now), locale);
  const state = stateOf(record, now);
  return {
    ocid: record.ocid,
    title: record.title,
    href: pathOf(record),
    register: register.labels[language(locale)].name,
    region: record.region ? regionName(record.region, locale) : '',
    unit:
      (record.unit && partyNames(database, [record.unit]).get(record.unit)) ||
      (speaking[0]?.content.unit?.name ?? null),
    code: releases.find(({ content }) => content.project.code)?.content.project.code ?? null,
    state: { ...state, text: stateText(state, record.register, locale) },
    amount: record.amount,
    standing,
    from: speaking[0]?.id ?? null,
    ...inOrder(
      steps.filter(({ kind }) => own.length > 0 || register.kinds[kind]!.act !== 'withdraw'),
      state.days !== undefined,
      stepOf,
    ),
    own: own.map(({ id, kind, publishedAt, content }) => ({
      id,
      label: `${dayOf(publishedAt).slice(5)} ${kindLabel(record.register, kind, locale)} ${content.title}`,
    })),
    drafts: findDraftsUnderWay(database, unit.id, record.ocid).map((draft) => ({
      href: `/office/drafts/${draft.id}`,
      title: draft.title || labels(locale).office.desk.untitled,
      author: officerName(database, draft.savedBy),
      savedAt: shortMinute(draft.savedAt, now),
    })),
  };
}

function inOrder(
  steps: readonly NextStep[],
  isOpen: boolean,
  stepOf: (step: NextStep, isLikely: boolean) => PickStep,
): Pick<RecordPick, 'next' | 'others'> {
  const isLikely = ({ dueOn, does }: NextStep) => dueOn !== null || does === (isOpen ? 'alter' : 'follow');
  return {
    next: steps.filter(isLikely).map((step) => stepOf(step, true)),
    others: steps.filter((step) => !isLikely(step)).map((step) => stepOf(step, false)),
  };
}

function standingIn(
  database: Database,
  { registers }: Actor,
  unit: Unit,
  record: RecordRow,
  today: string,
): RecordPick['standing'] {
  if (!registers.includes(record.register)) return 'elsewhere';
  if (standsIn(database, unit, record, today)) return 'own';
  return leads(unit, record.register) ? 'lead' : 'foreign';
}

/** A step as the form offers it. A change alters one of the unit's own notices where there is one. */
function stepIn(
  { kinds, labels: own, subject }: Register,
  releases: Release[],
  hasOwn: boolean,
  today: string,
  locale: Locale,
) {
  const { kinds: names, fields } = own[language(locale)];
  const common = labels(locale).fields as Record<string, string>;
  return ({ kind, dueOn }: NextStep, isLikely: boolean): PickStep => {
    const { act } = kinds[kind]!;
    const amends = hasOwn && (act === 'change' || act === 'withdraw');
    return {
      value: `${amends ? 'amend' : 'follow'} ${kind}`,
      label: names[kind] ?? kind,
      dueOn,
      isLate: dueOn !== null && dueOn < today,
      brings:
        amends || !isLikely
          ? []
          : Object.keys(carried(subject, kinds[kind]!, releases)).map((name) => fields[name] ?? common[name] ?? name),
    };
  };
}
