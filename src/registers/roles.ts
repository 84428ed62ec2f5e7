/** What a role means. A register declares its roles in the order in which a record names them. */
export interface Role {
  /** The party is a unit (单位) that answers for the matter, not a bidder, an agent or a holder. */
  isUnit?: true;
  /** It takes part, or holds the right: it is found as 供应商. */
  takesPart?: true;
  /** The table of a record page in which it stands, where there is one. */
  table?: 'awards' | 'candidates' | 'bids';
  /** Whose sum a decided record counts to: what a unit gave out, what a supplier won. */
  counts?: 'spent' | 'won';
}

/** The roles that several registers share; the names are those of OCDS. */
export const ROLES = {
  grantor: { isUnit: true, counts: 'spent' },
  procuringEntity: { isUnit: true, counts: 'spent' },
  buyer: { isUnit: true, counts: 'spent' },
  transferor: {},
  agency: {},
  supervisor: { isUnit: true },
  publisher: { isUnit: true },
  supplier: { takesPart: true, table: 'awards', counts: 'won' },
  candidate: { takesPart: true, table: 'candidates' },
  tenderer: { takesPart: true, table: 'bids' },
} as const satisfies Record<string, Role>;

/** Of these, in the order given. */
export function rolesOf(...ids: (keyof typeof ROLES)[]): Record<string, Role> {
  return Object.fromEntries(ids.map((id) => [id, ROLES[id]]));
}

/** The meaning of a role in a register; OCDS from elsewhere names others, which mean what they mean there. */
export function roleIn(roles: Readonly<Record<string, Role>> | undefined, id: string): Role {
  return roles?.[id] ?? (ROLES as Record<string, Role>)[id] ?? {};
}
