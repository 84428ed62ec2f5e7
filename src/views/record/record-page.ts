import type { Locale } from '../../locales/labels.ts';
import type { Release, Standing } from '../../notices/release.ts';
import { barredIn } from '../../notices/bars/barred.ts';
import { dealtOn } from '../../notices/dealt.ts';
import { barFacts, type BarFact } from '../party/bar-fact.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { stateOf } from './state.ts';
import { wins, type CompiledRelease } from '../../registers/ocds.ts';
import { findRegister } from '../../registers/registers.ts';
import { dayOf, machineTime } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { noticePath, recordPath } from '../address.ts';
import { recordClock, type RecordClock } from '../clock/record-clock.ts';
import { filesOf, isKept, type NoticeFile } from '../notice/files.ts';
import type { Grid, GridCell } from '../grid.ts';
import { lifeOf } from './life.ts';
import type { Portal } from '../portal.ts';
import { bidsGrid } from './bids.ts';
import { participationOf, type Answer } from './participation.ts';
import { candidatesGrid, lotsGrid, lotsNote } from './lots.ts';
import { recordContext, type RecordContext } from './context.ts';
import { newestOf, particularsOf, type Newest, type Particular } from './newest.ts';
import { answersOn, type PublicAnswers } from '../complaints/answers.ts';
import { remediesOf, type RecordRemedies } from './remedies.ts';
import { relatedOf, type RelatedRecord } from './related.ts';
import { firstPublishedOf, identifiersOf, rolesOf, type IdentifierLine, type RoleGroup } from './parties.ts';
import { appliedBenchmark, type AppliedBenchmark } from '../discretion/applied-benchmark.ts';
import { panelsOf, type Panel } from './panels/panels.ts';
import { subjectGrid } from './subject.ts';
import { stepsOf, type Step } from './steps.ts';
import { timelineOf, type Statement } from './timeline.ts';
import { choiceLabel, registerLabels, stateText } from '../words.ts';

/** What a record's page shows, and what `/records/{ocid}.json` answers. */
export interface RecordPage {
  ocid: string;
  path: string;
  register: string;
  registerName: string;
  /** Register, category, division. */
  kicker: string[];
  title: string;
  stage: string;
  state: ReturnType<typeof stateOf> & { text: string };
  deadline: string | null;
  newest: Newest;
  particulars: Particular[];
  steps: Step[];
  /** How one takes part; null where one cannot, or not any more. */
  participation: Answer[] | null;
  /** How one objects and complains; null where the register knows no way. */
  remedies: RecordRemedies | null;
  /** What was put to units about it, and answered. */
  answers: PublicAnswers;
  timeline: Statement[];
  /** Sections and awards, in yuan. */
  lots: Grid | null;
  /** Where a notice prints a sum for more than the lots of the table. */
  lotsNote: string | undefined;
  /** What the record is about where that is no section: parcels, mining rights; in 万元. */
  rights: Grid | null;
  candidates: Grid | null;
  bids: ReturnType<typeof bidsGrid>;
  /** Whom an award names though a bar held on its day. */
  barred: BarFact[];
  /** The row of discretion that a decision applies; null where it names none. */
  benchmark: AppliedBenchmark | null;
  /** 五监管一查处; null where the register has no such panels. */
  panels: Panel[] | null;
  roles: RoleGroup[];
  /** Said in the place of a fact that is not there. */
  unknown: GridCell;
  identifiers: IdentifierLine[];
  firstPublished: { medium: string; url: string | null; at: string | null } | null;
  /** Statutory periods; null where no rule reaches the record. */
  clock: RecordClock | null;
  /** Other records: what this one points to, and what points to it. */
  related: RelatedRecord[];
  files: NoticeFile[];
  compiled: CompiledRelease;
  /** Every statement in date order, as it was published. */
  releases: {
    id: number;
    path: string;
    kind: string;
    publishedAt: string;
    standing: Standing;
    amends: number | null;
    hash: string;
    content: Release['content'];
  }[];
}

export function recordPage(portal: Portal, ocid: string, locale: Locale): RecordPage | undefined {
  const row = findRecord(portal.database, ocid);
  const register = row && findRegister(row.register);
  if (!row || !register) return undefined;
  const now = portal.now();
  const life = lifeOf(releasesOf(portal.database, ocid));
  const context = recordContext(portal, row, register, life, locale);
  const rights = subjectGrid(context);
  const lots = rights ? null : lotsGrid(context);
  const bids = bidsGrid(context);
  // Once it is decided, the bids say who stood where.
  const candidates = bids && wins(row.compiled).length > 0 ? null : candidatesGrid(context);
  const state = stateOf(row, now);
  const clock = recordClock(portal, ocid, life.speaking, locale);
  const first = firstPublishedOf(context);
  return {
    ocid,
    path: recordPath(ocid),
    register: register.id,
    registerName: registerLabels(register, locale).name,
    kicker: [
      registerLabels(register, locale).name,
      categoryOf(context),
      row.region ? regionName(row.region, locale) : '',
    ].filter(Boolean),
    title: row.title,
    stage: row.stage,
    state: { ...state, text: stateText(state, register.id, locale) },
    deadline: row.deadline === null ? null : machineTime(row.deadline),
    newest: newestOf(context, row, now),
    particulars: particularsOf(context, row),
    steps: stepsOf(register, row, life, clock?.lines ?? [], now, locale),
    participation: participationOf(context, row, now),
    remedies: remediesOf(context, row, clock, now),
    answers: answersOn(portal, ocid, locale),
    timeline: timelineOf(context),
    lots,
    lotsNote: lots ? lotsNote(context) : undefined,
    rights,
    candidates,
    bids,
    barred: barFacts(
      portal,
      barredIn(
        portal.database,
        row.register,
        row.compiled,
        dealtOn(row.compiled) ?? dayOf(life.releases.at(-1)!.publishedAt),
      ),
      locale,
    ),
    benchmark: appliedBenchmark(context),
    panels: panelsOf(context, row),
    roles: rolesOf(context, {
      awards: lots !== null || rights !== null,
      candidates: candidates !== null || bids !== null,
      bids: bids !== null,
    }),
    unknown: context.unknown('undisclosed'),
    identifiers: identifiersOf(context),
    firstPublished: first && { ...first, at: first.at === null ? null : machineTime(first.at) },
    clock,
    related: relatedOf(context, row),
    files: filesOf(life.releases, locale, isKept(portal)),
    compiled: row.compiled,
    releases: life.releases.map(({ id, kind, publishedAt, amends, hash, content }) => ({
      id,
      path: noticePath(id),
      kind,
      publishedAt: machineTime(publishedAt),
      standing: life.standings.get(id)!,
      amends,
      hash,
      content,
    })),
  };
}

/** 施工, 货物; where the register knows no categories, how it is granted (挂牌). */
function categoryOf({ record, register, locale }: RecordContext): string {
  const { additionalProcurementCategories: more, mainProcurementCategory: main, method, lots } = record.tender ?? {};
  const { choices } = registerLabels(register, locale);
  const code = (Array.isArray(more) ? more[0] : undefined) ?? main;
  if (typeof code === 'string' && choices['category']?.[code]) return choices['category'][code];
  const granted = method ?? (Array.isArray(lots) ? lots[0] && register.subject?.method?.(lots[0]) : undefined);
  if (typeof granted !== 'string') return '';
  const label = choiceLabel(register, 'method', granted, locale);
  return label === granted && /^[a-z-]+$/i.test(granted) ? '' : label;
}
