-- Where and when a unit can be reached, and who verified it on that day (phone_verified_on). Any of the three asks for both.
ALTER TABLE units ADD COLUMN address TEXT;
ALTER TABLE units ADD COLUMN hours TEXT;
ALTER TABLE units ADD COLUMN verified_by TEXT;
