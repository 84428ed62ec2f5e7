import { fill, labels } from '../../locales/labels.ts';
import { fragmentOf } from '../../notices/compile.ts';
import type { Release } from '../../notices/release.ts';
import { valueText } from './field-value.ts';
import { asSaid, since, through } from '../../registers/fragments.ts';
import { firstCandidates, listOf, type OcdsAward, type OcdsFragment } from '../../registers/ocds.ts';
import { dayOf, minuteOf } from '../../values/date.ts';
import { amountText, yuanText } from '../amount.ts';
import { differenceLabel, itemLabel, tellingDifferences } from './changes.ts';
import { actOf, isRestatement } from '../record/life.ts';
import { allowedIn, candidateWord, lotName, roleLabel, subjectIn } from '../record/labels.ts';
import { namesOf } from '../record/lots.ts';
import type { RecordContext } from '../record/context.ts';
import { kindLabel } from '../words.ts';

/** What a notice says, in one line; '' where its kind says it all. */
export function summaryOf(release: Release, context: RecordContext): string {
  if (context.life.standings.get(release.id) === 'amended') return '';
  const withdrawal = context.life.releases.find((other) => other.amends === release.id && actOf(other) === 'withdraw');
  if (withdrawal) return withdrawal.content.reason ?? '';
  switch (actOf(release)) {
    case 'withdraw':
      return withdrawalLine(release, context);
    case 'terminate':
      return release.content.reason ?? '';
    case 'change':
      return changesLine(release, context) || (release.content.reason ?? '');
    default:
      return (
        (isRestatement(release) && restatementLine(release, context)) ||
        toldLine(release, context) ||
        factsLine(fragmentOf(release.content), context) ||
        (release.content.reason ?? '')
      );
  }
}

function withdrawalLine({ amends, content }: Release, context: RecordContext): string {
  const taken = context.life.releases.find(({ id }) => id === amends);
  if (!taken) return content.reason ?? '';
  return fill(labels(context.locale).record.withdraws, {
    day: dayOf(taken.publishedAt),
    label: kindLabel(taken.register, taken.kind, context.locale),
  });
}

/** What its register wants told: 支付，2,480,000.00元. */
function toldLine({ kind, content }: Release, { register, locale }: RecordContext): string {
  const t = labels(locale).record;
  const shape = register.kinds[kind]?.fields.shape;
  const words = (register.tells?.[kind] ?? [])
    .map((name) => valueText(content.fields[name], shape?.[name], register, locale).replace(/[。.]$/, ''))
    .filter(Boolean);
  return words.length === 0 ? '' : words.join(t.comma) + t.stop;
}

/** How many changes a line names. */
const NAMED = 2;

function changesLine({ content }: Release, { register, locale }: RecordContext): string {
  const t = labels(locale).record;
  const changes = content.fields['changes'];
  if (!Array.isArray(changes)) return '';
  const lines = (changes as { item: string; before?: string; after: string }[])
    .slice(0, NAMED)
    .map(({ item: called, before, after }) => {
      const item = itemLabel(called, register, locale);
      return after.length + (before?.length ?? 0) > 60
        ? item
        : before === undefined
          ? fill(t.changedTo, { item, after })
          : fill(t.changed, { item, before, after });
    });
  return (
    lines.join(t.semicolon) +
    (changes.length > lines.length ? fill(t.changesInAll, { n: changes.length }) : '') +
    t.stop
  );
}

function restatementLine(release: Release, { life, register, locale }: RecordContext): string {
  const t = labels(locale).record;
  const before = life.releases.find(({ id }) => id === release.amends);
  if (!before) return '';
  const found = tellingDifferences(before.content, release.content).map(({ path }) =>
    differenceLabel(path, release, register, locale),
  );
  if (found.length === 0) return before.content.body !== release.content.body ? t.bodyChanged : '';
  return fill(t.changedPlaces, {
    n: found.length,
    items: found.slice(0, 3).join(t.list) + (found.length > 3 ? t.andMore : ''),
  });
}

function factsLine(said: OcdsFragment, context: RecordContext): string {
  const { register, record, locale } = context;
  const t = labels(locale).record;
  const awards = listOf(said.awards);
  const active = awards.filter(({ status }) => (status ?? 'active') === 'active');
  const first = firstCandidates(said);
  const parts: string[] = [];

  if (active.length > 0) parts.push(awardsLine(active, roleLabel('supplier', register, locale), context));
  else if (first.length > 0) parts.push(awardsLine(first, candidateWord(first, register, locale), context));
  for (const { value, implementation } of listOf(said.contracts).slice(0, 1)) {
    const [sum, final] = [amountText(value), amountText(implementation?.finalValue)];
    if (sum) parts.push(fill(t.contractSum, { amount: sum }));
    if (final) parts.push(fill(t.finalSum, { amount: final }));
  }
  const publicity = period(said.tender?.publicityPeriod);
  if (publicity) parts.push(fill(t.publicised, publicity));
  const bidders = said.tender?.numberOfTenderers;
  if (typeof bidders === 'number' && bidders > 0)
    parts.push(fill(t.bidders, { n: bidders, role: roleLabel('tenderer', register, locale) }));
  if (awards.length === 0 && listOf(said.contracts).length === 0) {
    const allowed = allowedIn(said, record, register, locale);
    if (allowed) parts.push(fill(t.labelled, { label: allowed.label, text: yuanText(allowed.fen) }));
    const deadline = Date.parse(said.tender?.tenderPeriod?.endDate ?? '');
    if (!Number.isNaN(deadline)) parts.push(fill(t.closes, { minute: minuteOf(deadline) }));
  }
  return parts.join(t.semicolon) + (parts.length > 0 ? t.stop : '');
}

function awardsLine(awards: readonly OcdsAward[], role: string, { record, register, locale }: RecordContext): string {
  const t = labels(locale).record;
  const lots = listOf(record.tender?.lots);
  // A record about one parcel or right is named after it already.
  const isOne = subjectIn(record, register) !== undefined && lots.length === 1;
  const lines = awards.slice(0, NAMED).map(({ suppliers, value, relatedLots }) => {
    const about = !isOne && Array.isArray(relatedLots) && relatedLots.length === 1 ? relatedLots[0]! : undefined;
    const lot =
      about === undefined ? '' : lotName(lots.find(({ id }) => id === about) ?? { id: about }, register, locale);
    return [lot, namesOf(suppliers)[0], amountText(value)].filter(Boolean).join(t.space);
  });
  return fill(t.labelled, { label: role, text: lines.join(t.comma) + (awards.length > NAMED ? t.andMore : '') });
}

function period(value: { startDate?: string; endDate?: string } | undefined): { from: string; until: string } | null {
  const [from, until] = [asSaid(value?.startDate, since), asSaid(value?.endDate, through)];
  return from === null || until === null ? null : { from, until };
}
