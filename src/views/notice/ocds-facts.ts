import { labels, type Locale } from '../../locales/labels.ts';
import { listOf, type OcdsAward, type OcdsContract, type OcdsFragment, type OcdsPeriod } from '../../registers/ocds.ts';
import type { Register } from '../../registers/register.ts';
import { minuteOf } from '../../values/date.ts';
import { amountText } from '../amount.ts';
import { ABSENT, gridOf, type Grid, type GridCell } from '../grid.ts';
import type { NoticeFact } from './facts.ts';
import { partyLink } from '../party/party-link.ts';
import type { Portal } from '../portal.ts';
import { roleLabel } from '../record/labels.ts';
import { namesOf, textCell } from '../record/lots.ts';

/** The facts of a notice that came as OCDS: what its publisher wrote, in our words. */
export function ocdsFacts(said: OcdsFragment, register: Register, portal: Portal, locale: Locale): NoticeFact[] {
  const t = labels(locale).notice.ocds;
  const { tender, planning } = said;
  const party = (role: string, name: unknown): NoticeFact | null =>
    typeof name === 'string'
      ? {
          id: role,
          label: roleLabel(role, register, locale),
          values: [{ text: name, path: partyLink(portal, name).path ?? undefined }],
          grid: null,
        }
      : null;
  const text = (id: string, label: string, value: unknown): NoticeFact | null =>
    typeof value === 'string' && value !== '' ? { id, label, values: [{ text: value }], grid: null } : null;
  const table = (id: string, label: string, grid: Grid | null): NoticeFact | null =>
    grid ? { id, label, values: [], grid } : null;
  return [
    party('procuringEntity', tender?.procuringEntity?.name),
    said.buyer?.name === tender?.procuringEntity?.name ? null : party('buyer', said.buyer?.name),
    text('title', t.title, tender?.title),
    text('description', t.description, tender?.description),
    text('budget', t.budget, amountText(planning?.budget?.amount)),
    text('value', t.value, amountText(tender?.value)),
    text('tenderPeriod', t.tenderPeriod, periodText(tender?.tenderPeriod)),
    table('awards', t.awards, awardRows(said.awards, portal, locale)),
    table('contracts', t.contracts, contractRows(said.contracts, locale)),
  ].filter((fact) => fact !== null);
}

function awardRows(awards: OcdsFragment['awards'], portal: Portal, locale: Locale): Grid | null {
  const t = labels(locale).notice.ocds;
  const rows = listOf(awards);
  if (rows.length === 0) return null;
  const who = ({ suppliers }: OcdsAward): GridCell | undefined => {
    const names = namesOf(suppliers);
    return names.length === 0
      ? undefined
      : {
          text: names.join('、'),
          path: names.length === 1 ? (partyLink(portal, names[0]!).path ?? undefined) : undefined,
        };
  };
  return gridOf<OcdsAward>(
    [
      { id: 'supplier', label: t.supplier, cell: who },
      { id: 'title', label: t.title, optional: true, cell: ({ title }) => textCell(title) },
      { id: 'value', label: t.amount, numeric: true, cell: ({ value }) => textCell(amountText(value)) },
      { id: 'date', label: t.date, numeric: true, optional: true, cell: ({ date }) => textCell(dateText(date)) },
    ],
    rows,
    ABSENT,
  );
}

function contractRows(contracts: OcdsFragment['contracts'], locale: Locale): Grid | null {
  const t = labels(locale).notice.ocds;
  const rows = listOf(contracts);
  if (rows.length === 0) return null;
  return gridOf<OcdsContract>(
    [
      { id: 'title', label: t.title, cell: ({ id, title }) => textCell(title ?? id) },
      { id: 'value', label: t.amount, numeric: true, cell: ({ value }) => textCell(amountText(value)) },
      {
        id: 'signed',
        label: t.signed,
        numeric: true,
        optional: true,
        cell: ({ dateSigned }) => textCell(dateText(dateSigned)),
      },
    ],
    rows,
    ABSENT,
  );
}

function periodText(period: OcdsPeriod | undefined): string {
  return [dateText(period?.startDate), dateText(period?.endDate)].filter(Boolean).join(' — ');
}

function dateText(text: unknown): string {
  const at = typeof text === 'string' ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? '' : minuteOf(at);
}
