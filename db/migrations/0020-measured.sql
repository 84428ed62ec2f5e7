-- Rules that count or compare: the number that a notice says, in the unit of its rule. Reckoned anew with them.
ALTER TABLE verdicts ADD COLUMN measured REAL;
