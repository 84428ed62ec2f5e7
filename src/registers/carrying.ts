/**
 * What a later notice of a record says again under another name: candidates become winners, the winner the other party
 * of the contract, a parcel on sale the parcel of the contract. Each takes what the record knows, by the names of its
 * notices' fields, and gives fields of the later kind; the office fits them to its schema and the officer sees them.
 */
export type KnownFields = Readonly<Record<string, unknown>>;
export type Carry = (known: KnownFields) => Record<string, unknown>;

/** 中标候选人 → 中标人: whoever was ranked first, for what was offered. */
export const winnersOfCandidates: Carry = ({ candidates }) => ({
  awards: rowsOf(candidates)
    .filter(({ rank }) => rank === 1)
    .map(({ bidPrice, ...row }) => ({ ...row, awardPrice: bidPrice })),
});

/** 中标人 → 合同. Of several winners, which one signed is not known here. */
export const contractOfAwards: Carry = ({ awards }) => {
  const { awardPrice, duration, ...winner } = onlyRow(awards);
  return { ...winner, contractPrice: awardPrice, term: duration };
};

/** 合同 → 变更, 履约, 验收, 结算: whose contract it is, where there is but one winner. */
export const partiesOfAwards: Carry = ({ awards }) => onlyRow(awards);

/** 供应计划 → 出让公告: the places of the plan. */
export const parcelsOfPlan: Carry = ({ supplies }) => ({ parcels: rowsOf(supplies) });

/** The only parcel (宗地) of a record → 出让合同, 供地结果 and what follows. */
export const onlyParcel: Carry = ({ parcels }) => {
  const row = onlyRow(parcels);
  return { ...row, contractPrice: row['dealPrice'] };
};

/** The only right (矿业权) of a record → 出让合同, 登记. */
export const onlyRight: Carry = ({ rights }) => {
  const row = onlyRow(rights);
  return { ...row, contractPrice: row['dealPrice'], holder: row['transferee'] };
};

type Row = Record<string, unknown>;

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? (value as Row[]) : [];
}

function onlyRow(value: unknown): Row {
  const [only, ...others] = rowsOf(value);
  return only && others.length === 0 ? only : {};
}
