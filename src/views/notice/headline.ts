import { fill, labels } from '../../locales/labels.ts';
import { fragmentOf } from '../../notices/compile.ts';
import type { Release } from '../../notices/release.ts';
import { firstCandidates, listOf, type OcdsFragment } from '../../registers/ocds.ts';
import { amountText, yuanText } from '../amount.ts';
import type { RecordContext } from '../record/context.ts';
import { allowedIn } from '../record/labels.ts';
import { namesOf, sumIn } from '../record/lots.ts';
import { statementLabel } from '../record/timeline.ts';

/**
 * The fact of a notice in one line, for who sees nothing else of it: 中标结果公示：湖滨路改造，某公司，¥3,214,500.00.
 * One that does not stand any more says so and tells no facts.
 */
export function headlineOf(release: Release, title: string, context: RecordContext): string {
  const { record: t, notice } = labels(context.locale);
  const standing = context.life.standings.get(release.id);
  const facts = standing === 'current' ? factsOf(fragmentOf(release.content), context) : [];
  const line = statementLabel(release, context) + t.colon + [title, ...facts].join(t.comma);
  if (standing === 'withdrawn') return fill(notice.withdrawnTitle, { title: line });
  return standing === 'amended' ? t.amended + t.colon + line : line;
}

/** Who got it or is proposed first, and for how much; before that the ceiling. */
function factsOf(said: OcdsFragment, { register, record, locale }: RecordContext): string[] {
  const t = labels(locale).record;
  const awards = listOf(said.awards);
  const active = awards.filter(({ status }) => (status ?? 'active') === 'active');
  const first = firstCandidates(said);
  const contracts = listOf(said.contracts);
  const told = active.length > 0 ? active : first.length > 0 ? first : contracts;
  if (told.length > 0) {
    const sum = sumIn(told.map(({ value }) => value));
    const price = sum !== null ? yuanText(sum) : told.length === 1 ? amountText(told[0]!.value) : null;
    const names = [...new Set(told.flatMap(({ suppliers }) => namesOf(suppliers).slice(0, 1)))];
    return [severalText(names, locale), price ?? ''].filter(Boolean);
  }
  const allowed = awards.length > 0 ? null : allowedIn(said, record, register, locale);
  return allowed ? [fill(t.labelled, { label: allowed.label, text: yuanText(allowed.fen) })] : [];
}

function severalText(names: readonly string[], locale: RecordContext['locale']): string {
  const t = labels(locale).record;
  const [first = ''] = names;
  return names.length > 1
    ? first + t.between + fill(t.ofSeveral, { n: names.length, others: names.length - 1 })
    : first;
}
