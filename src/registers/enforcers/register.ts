import { explanation, withdrawal } from '../changes.ts';
import { partyCell } from '../cells.ts';
import { listOf, partiesAs, type CompiledRelease } from '../ocds.ts';
import { declareRegister, type Cell } from '../register.ts';
import { rolesOf } from '../roles.ts';
import { certificatesIn, STANDINGS, subject } from './certificate.ts';
import { en } from './en.ts';
import { roster } from './kinds.ts';
import { zh } from './zh.ts';

/** 执法主体和证件 (实施意见2012，行动七; domain.md S19). A record is a unit that may punish, with the certificates of who does it. */
export const enforcers = declareRegister({
  id: 'enforcers',
  supervision: true,
  kinds: { roster, withdrawal, explanation },
  stages: { performance: { isRunning: true } },
  steps: ['performance'],
  roles: { enforcer: { isUnit: true }, ...rolesOf('publisher') },
  subject,
  columns: [
    { id: 'enforcer', holds: 'party', place: 'buyer', cell: enforcerCell },
    { id: 'standing', holds: 'code', place: 'note', cell: (record) => standingCell(record) },
    {
      id: 'certificates',
      holds: 'text',
      place: 'table',
      cell: (record) => ({ type: 'text', text: String(certificatesIn(record).length) }),
    },
  ],
  facets: [
    {
      id: 'standing',
      list: 'standing',
      values: ({ tender }) =>
        STANDINGS.filter((code) => listOf(tender?.lots).some((lot) => lot.enforcer?.standing === code)),
    },
  ],
  // A unit goes on from list to list, however many years lie between them.
  oneByCode: true,
  onDay: () => ({ stage: 'performance', price: null }),
  // Whoever publishes the list, by its code a unit is one for all.
  keys: ({ project: { code } }) => (code ? [`enforcer ${code}`] : []),
  // Nothing is contracted (OCDS 1.1, scope).
  ocds: { flow: 'outside' },
  labels: { zh, en },
});

function enforcerCell(record: CompiledRelease): Cell {
  const [found] = partiesAs('enforcer', record);
  return found ? partyCell(found) : { type: 'missing', reason: 'undisclosed' };
}

function standingCell({ tender }: CompiledRelease): Cell {
  const code = listOf(tender?.lots).find(({ enforcer }) => enforcer)?.enforcer?.standing;
  return code === undefined ? { type: 'missing', reason: 'undisclosed' } : { type: 'code', code, list: 'standing' };
}
