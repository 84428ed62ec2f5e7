import { fill, labels } from '../../locales/labels.ts';
import { partOfWhole } from '../../notices/amounts.ts';
import { fragmentOf } from '../../notices/compile.ts';
import type { Release, Standing } from '../../notices/release.ts';
import { listOf } from '../../registers/ocds.ts';
import { findKind } from '../../registers/registers.ts';
import { dayOf, machineTime, minuteOf } from '../../values/date.ts';
import { noticePath } from '../address.ts';
import { actOf, isRestatement, type Life } from './life.ts';
import { lotName } from './labels.ts';
import type { RecordContext } from './context.ts';
import { summaryOf } from '../notice/summary.ts';
import { kindLabel } from '../words.ts';

/** One statement in a record's life. */
export interface Statement {
  id: number;
  path: string;
  kind: string;
  /** The kind's name, with the section it is about and 更正 where it restates. */
  label: string;
  /** ISO 8601, Shanghai. */
  at: string;
  /** The clock; '' where the source gave the day only. */
  clock: string;
  /** The year where it is not that of the newest one; else ''. */
  year: string;
  standing: Standing;
  /** The one that made the record what it is now. */
  isNewest: boolean;
  summary: string;
  /** The comparison with the earlier text, where there is one. */
  differencePath: string | null;
}

/** All that was said, newest on top. What was withdrawn or restated keeps its place. */
export function timelineOf(context: RecordContext): Statement[] {
  const { life } = context;
  const newest = newestStatement(life)?.id;
  const year = dayOf(life.releases.at(-1)!.publishedAt).slice(0, 4);
  return life.releases.toReversed().map((release) => {
    const at = machineTime(release.publishedAt);
    const [day, clock] = minuteOf(release.publishedAt).split(' ') as [string, string];
    return {
      id: release.id,
      path: noticePath(release.id),
      kind: release.kind,
      label: statementLabel(release, context),
      at,
      clock: clock === '00:00' ? '' : clock,
      year: day.startsWith(year) ? '' : day.slice(0, 4),
      standing: life.standings.get(release.id)!,
      isNewest: release.id === newest,
      summary: summaryOf(release, context),
      differencePath: hasDifference(release) ? `${noticePath(release.id)}#diff` : null,
    };
  });
}

export function statementLabel(
  release: Release,
  { register, locale }: Pick<RecordContext, 'register' | 'locale'>,
): string {
  const t = labels(locale).record;
  const kind = kindLabel(release.register, release.kind, locale);
  const section = release.content.section?.id ?? onlySection(release);
  const about = section ? fill(t.ofLot, { kind, lot: lotName({ id: section }, register, locale) }) : kind;
  return isRestatement(release) ? fill(t.restated, { kind: about }) : about;
}

/** The one package of a notice that prints the sum of all beside its own. */
function onlySection({ content }: Release): string | undefined {
  const said = fragmentOf(content);
  const [only, ...others] = listOf(said.tender?.lots);
  return only && others.length === 0 && partOfWhole(said) ? String(only.id) : undefined;
}

function newestStatement({ speaking, standings }: Life): Release | undefined {
  return (
    speaking.findLast(
      ({ id, register, kind }) => standings.get(id) === 'current' && findKind(register, kind)?.stage != null,
    ) ?? speaking.at(-1)
  );
}

function hasDifference(release: Release): boolean {
  return isRestatement(release) || (actOf(release) === 'change' && Array.isArray(release.content.fields['changes']));
}
