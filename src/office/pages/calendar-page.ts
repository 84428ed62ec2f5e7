import { permission, type Actor } from '../../accounts/permissions.ts';
import { refusalOf } from '../../accounts/refusal.ts';
import { calendarOf, importedYears, knownYears } from '../../clock/storage.ts';
import type { YearNotice } from '../../clock/working-days.ts';
import { eventsOf } from '../../events/storage.ts';
import { fill, labels } from '../../locales/labels.ts';
import { importYear, readYear, type ReadYear, type TypedYear } from '../../notices/import-year.ts';
import { previewYear, type YearPreview } from '../../notices/preview-year.ts';
import { canonicalJson, sha256 } from '../../values/canonical.ts';
import { dayOf } from '../../values/date.ts';
import { refuse, type Refusal, type Result } from '../../values/result.ts';
import { changeLines, type ChangeLine } from '../calendar/changes.ts';
import { countWorkingDays, monthsOf, type Month } from '../calendar/months.ts';
import { confirmBy } from '../door.ts';
import { officerName, shortMinute } from '../names.ts';
import { hidden, isOffered, shown, textOf, type Answer, type Asked } from './page.ts';

/** A year of working days, what a change of it would do to verdicts, and the form that takes it in. */
export interface CalendarPage {
  title: string;
  years: { label: string; href: string; isHere: boolean }[];
  saved: string | null;
  preview: { judged: string; changes: ChangeLine[]; more: string | null; save: string; seen: string } | null;
  months: Month[];
  workingDays: string;
  isKept: boolean;
  typed: TypedYear;
  log: { at: string; text: string }[];
}

/** Verdicts listed; who changes more of them has seen enough. */
const MOST_LISTED = 200;

export async function calendarPage(asked: Asked): Promise<Answer<CalendarPage>> {
  const { database } = asked.office;
  const { locale, now } = asked;
  if (!isOffered(asked.actor, 'calendar.import', null, now)) return hidden;
  const t = labels(locale).clock.office;
  const form = await asked.form();
  const acted: Acted = form ? actOnYear(asked, form) : { refusals: [] };
  const known = knownYears(database);
  const year = acted.read?.year ?? yearAsked(asked, acted.typed);
  const kept = known[year];
  const { preview } = acted;
  const notice = preview ? acted.read!.notice : kept;
  const count = notice && countWorkingDays(year, notice);
  return shown(
    {
      title: titleOf(year, kept, preview, locale),
      years: yearsOffered(asked, year),
      saved: acted.saved
        ? fill(t.saved, { year: acted.saved.year, n: acted.saved.asked, m: acted.saved.changed })
        : null,
      preview: preview ? previewOf(asked, acted) : null,
      months: notice ? monthsOf(year, notice, preview?.days ?? [], locale) : [],
      workingDays:
        count === undefined
          ? ''
          : preview && kept
            ? fill(t.workingDaysChange, { before: countWorkingDays(year, kept), n: count })
            : fill(t.workingDays, { n: count }),
      isKept: kept !== undefined,
      typed: acted.typed ?? keptAsTyped(asked, year, kept),
      log: logOf(asked, year),
    },
    acted.refusals,
  );
}

interface Acted {
  refusals: readonly Refusal[];
  /** As it stands in the form, unless it was saved. */
  typed?: TypedYear;
  read?: ReadYear;
  preview?: YearPreview;
  saved?: { year: number; asked: number; changed: number };
}

/** Looks first, always: what is saved is what somebody saw the effects of. */
function actOnYear(asked: Asked, form: FormData): Acted {
  const { database } = asked.office;
  const typed = typedIn(form);
  const read = readYear(database, typed);
  if (!read.ok) return { refusals: read.refusals, typed };
  const looked = (refusals: readonly Refusal[]): Acted => ({
    refusals,
    typed,
    read: read.value,
    preview: previewYear(database, read.value),
  });
  if (textOf(form, '_act') !== 'save') return looked([]);
  if (textOf(form, 'seen') !== digestOf(typed)) return looked([{ code: 'calendar-unseen' }]);
  const saved = saveYearBy(asked, typed, textOf(form, 'code'));
  return saved.ok ? { refusals: [], read: read.value, saved: saved.value } : looked(saved.refusals);
}

function saveYearBy(asked: Asked, typed: TypedYear, code: string): Result<NonNullable<Acted['saved']>> {
  const { office, visit, cookies, now } = asked;
  const confirmed = confirmBy(office, visit, cookies, code);
  if (!confirmed.ok) return confirmed;
  const actor: Actor = confirmed.value;
  const refusal = refusalOf(permission(actor, 'calendar.import', { unit: null }, now));
  return refusal ? refuse(refusal) : importYear(office.database, typed, actor.id, now);
}

function previewOf({ office: { database }, locale, now }: Asked, { typed, preview }: Acted): CalendarPage['preview'] {
  const t = labels(locale).clock.office;
  const { changes, onlyDays, asked, isWhole } = preview!;
  const counts = { asked, n: changes.length, m: onlyDays };
  return {
    judged: fill(isWhole ? t.judged : t.judgedPart, counts),
    changes: changeLines(database, changes.slice(0, MOST_LISTED), dayOf(now), locale),
    more: changes.length > MOST_LISTED ? fill(t.moreChanges, { n: changes.length - MOST_LISTED }) : null,
    save: fill(t.save, { n: changes.length }),
    seen: digestOf(typed!),
  };
}

function titleOf(
  year: number,
  kept: YearNotice | undefined,
  preview: YearPreview | undefined,
  locale: Asked['locale'],
) {
  const t = labels(locale).clock.office;
  if (!preview) return fill(kept ? t.yearTitle : t.yearAhead, { year });
  const counts = { year, days: preview.days.length, n: preview.changes.length };
  return fill(kept ? t.yearChanges : t.yearNew, counts);
}

/** The last years and the one that comes next. */
function yearsOffered({ office: { database }, locale }: Asked, here: number): CalendarPage['years'] {
  const last = Number(calendarOf(database).until.slice(0, 4));
  return [last - 2, last - 1, last, last + 1].map((year) => ({
    label: year > last ? fill(labels(locale).clock.office.ahead, { year }) : String(year),
    href: `?year=${year}`,
    isHere: year === here,
  }));
}

/** The year of the address, or of today; one that neither is here nor comes next is not shown. */
function yearAsked({ office: { database }, query, now }: Asked, typed?: TypedYear): number {
  const { from, until } = calendarOf(database);
  const last = Number(until.slice(0, 4));
  const year = Number(typed?.year ?? query.get('year') ?? dayOf(now).slice(0, 4));
  return Number.isInteger(year) && year >= Number(from.slice(0, 4)) && year <= last + 1 ? year : last;
}

function typedIn(form: FormData): TypedYear {
  const text = (name: string) => textOf(form, name).replaceAll('\r\n', '\n');
  return { year: text('year'), rest: text('rest'), work: text('work'), source: text('source') };
}

function digestOf(typed: TypedYear): string {
  return sha256(canonicalJson(typed));
}

function keptAsTyped({ office: { database } }: Asked, year: number, kept: YearNotice | undefined): TypedYear {
  const source = importedYears(database).find((one) => one.year === year)?.source ?? '';
  const rest = Object.entries(kept?.rest ?? {}).map(([name, days]) => [name, ...(days ?? [])].join(' '));
  return { year: String(year), rest: rest.join('\n'), work: kept?.work.join(' ') ?? '', source };
}

function logOf({ office: { database }, locale, now }: Asked, year: number): CalendarPage['log'] {
  return eventsOf(database, `calendar:${year}`)
    .toReversed()
    .map(({ at, actor, detail }) => ({
      at: shortMinute(at, now),
      text: fill(labels(locale).clock.office.logLine, {
        by: officerName(database, actor),
        year,
        asked: String(detail['asked'] ?? 0),
        changed: String(detail['changed'] ?? 0),
      }),
    }));
}
