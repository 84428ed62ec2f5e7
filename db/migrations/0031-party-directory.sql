-- Parties by name, what each did counted, and the records of one in order: directories and pages without walking all.
ALTER TABLE parties ADD COLUMN sorted TEXT NOT NULL DEFAULT '';  -- the folded name in pinyin, by which directories stand
ALTER TABLE parties ADD COLUMN found TEXT NOT NULL DEFAULT '';   -- the folded name, its pinyin and its initials, a line each
CREATE INDEX parties_by_sorted ON parties (is_unit, sorted, id);

ALTER TABLE party_roles ADD COLUMN register TEXT NOT NULL DEFAULT '';
ALTER TABLE party_roles ADD COLUMN basis TEXT;                   -- of what the amount is the sum: award, contract, deal
UPDATE party_roles SET register = (SELECT register FROM records WHERE records.ocid = party_roles.ocid);
UPDATE party_roles SET basis = CASE
  WHEN role = 'supplier' OR (SELECT count(*) > 0 AND count(*) = sum(award.value ->> '$.value.amount' IS NOT NULL)
    FROM records, json_each(records.compiled, '$.awards') AS award
    WHERE records.ocid = party_roles.ocid AND award.type = 'object' AND ifnull(award.value ->> '$.status', 'active') = 'active') THEN 'award'
  WHEN EXISTS (SELECT 1 FROM records WHERE records.ocid = party_roles.ocid AND compiled ->> '$.contracts[0].value.amount' IS NOT NULL) THEN 'contract'
  ELSE 'deal' END
WHERE amount IS NOT NULL;
CREATE INDEX party_roles_by_newest ON party_roles (party, order_key);

CREATE TABLE party_tallies (
  party TEXT NOT NULL,
  role TEXT NOT NULL,                  -- '' for any
  records INTEGER NOT NULL,            -- in how many it has this role
  PRIMARY KEY (party, role)
) STRICT, WITHOUT ROWID;
INSERT INTO party_tallies (party, role, records) SELECT party, role, count(*) FROM party_roles GROUP BY party, role;
INSERT INTO party_tallies (party, role, records) SELECT party, '', count(DISTINCT ocid) FROM party_roles GROUP BY party;
