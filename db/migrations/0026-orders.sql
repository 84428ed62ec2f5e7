-- Lists in the order of sums, deadlines and days of deals: every order of a register is an index.
ALTER TABLE records ADD COLUMN dealt_on TEXT;  -- yyyy-mm-dd: decided, or signed where only the contract is held
UPDATE records SET dealt_on = coalesce(
  (SELECT max(date(award.value ->> '$.date', '+8 hours')) FROM json_each(compiled, '$.awards') AS award
    WHERE award.type = 'object' AND ifnull(award.value ->> '$.status', 'active') = 'active' AND award.value ->> '$.date' GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
  (SELECT max(date(contract.value ->> '$.dateSigned', '+8 hours')) FROM json_each(compiled, '$.contracts') AS contract
    WHERE contract.type = 'object' AND contract.value ->> '$.dateSigned' GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'));
CREATE INDEX records_by_amount ON records (register, amount, order_key);
CREATE INDEX records_by_closing ON records (register, deadline, order_key, is_open);
CREATE INDEX records_by_deal ON records (register, dealt_on, order_key);
