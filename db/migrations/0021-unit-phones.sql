-- The telephone of a unit for the public, and the day somebody verified that it answers; both or neither.
ALTER TABLE units ADD COLUMN phone TEXT;
ALTER TABLE units ADD COLUMN phone_verified_on TEXT;
