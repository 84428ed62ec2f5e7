import type { Database } from '../../database/database.ts';

/** What a party won, bought and bid for, and with whom. */

export type Side = 'supplier' | 'buyer';

/** Lists of SQL: a subquery in their place is asked of each of many thousand rows. */
const OURS: Record<Side, string> = { supplier: "('supplier')", buyer: "('buyer', 'procuringEntity', 'grantor')" };
const THEIRS: Record<Side, string> = { supplier: OURS.buyer, buyer: OURS.supplier };
const BIDDING = "('supplier', 'candidate', 'tenderer')";

/** Records of one year whose sums are of one sort, so that they may be added. */
export interface YearSum {
  year: number;
  register: string;
  /** Null: of these no sum is known. */
  basis: string | null;
  records: number;
  /** Fen. */
  amount: number | null;
}

/** Oldest first. A record in which it has two buying roles counts once. */
export function yearSums(database: Database, id: string, side: Side): YearSum[] {
  const among = OURS[side];
  return database.all<YearSum>(
    `SELECT year, register, basis, count(*) AS records, sum(amount) AS amount
     FROM (SELECT ocid, year, register, max(basis) AS basis, max(amount) AS amount FROM party_roles
           WHERE party = ? AND role IN ${among} GROUP BY ocid)
     GROUP BY year, register, basis ORDER BY year, register, basis`,
    id,
  );
}

export interface YearBids {
  year: number;
  /** In which it is named as a bidder, candidate or winner. */
  bids: number;
  won: number;
  /** Others are named as winners, and it is not. */
  lost: number;
}

/** Oldest first. */
export function yearBids(database: Database, id: string): YearBids[] {
  return database.all<YearBids>(
    `SELECT year, count(*) AS bids, sum(won) AS won, sum(NOT won AND EXISTS (SELECT 1 FROM party_roles other WHERE other.ocid = mine.ocid AND other.role = 'supplier')) AS lost
     FROM (SELECT ocid, year, max(role = 'supplier') AS won FROM party_roles
           WHERE party = ? AND role IN ${BIDDING} GROUP BY ocid) mine
     GROUP BY year ORDER BY year`,
    id,
  );
}

/** What two parties dealt in one register; the sum is what the supplier of the two won. */
export interface Pair {
  id: string;
  name: string;
  isUnit: number;
  register: string;
  records: number;
  amount: number | null;
  /** How many of the records have that sum. */
  withAmount: number;
}

/** Beyond so many of its newest records others are not looked for: a page says so. */
export const MOST_PAIRED = 2_000;

/** Who this party won from (`supplier`), or bought from (`buyer`), by register. */
export function pairs(database: Database, id: string, side: Side): Pair[] {
  const among = OURS[side];
  const and = `AND other.role IN ${THEIRS[side]}`;
  return database.all<Pair>(
    `SELECT p.id, p.name, p.is_unit AS isUnit, pair.register, count(*) AS records, sum(pair.amount) AS amount, count(pair.amount) AS withAmount
     FROM (SELECT other.party, other.ocid, mine.register, max(CASE WHEN other.role = 'supplier' THEN other.amount ELSE mine.amount END) AS amount
           FROM (SELECT ocid, party, register, max(amount) AS amount, order_key FROM party_roles INDEXED BY party_roles_by_newest
                 WHERE party = ? AND role IN ${among} GROUP BY order_key, ocid ORDER BY order_key DESC, ocid DESC LIMIT ?) mine
           CROSS JOIN party_roles other ON other.ocid = mine.ocid AND other.party <> mine.party ${and}
           GROUP BY other.party, other.ocid) pair
     JOIN parties p ON p.id = pair.party GROUP BY p.id, pair.register`,
    id,
    MOST_PAIRED,
  );
}

export interface PublishedName {
  name: string;
  /** The first release of the oldest record that prints it. */
  release: number;
}

/** Names as published other than the one shown, oldest first. */
export function otherNames(database: Database, id: string, limit: number): PublishedName[] {
  return database.all<PublishedName>(
    'SELECT name, release FROM party_names WHERE party = ? AND name <> (SELECT name FROM parties WHERE id = ?) ORDER BY release, name LIMIT ?',
    id,
    id,
    limit,
  );
}
