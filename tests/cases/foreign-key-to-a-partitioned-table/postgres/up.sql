-- create foreign key payment_account_id_fkey on payment
--
-- Dangers:
-- blocks-writes: table payment is locked (SHARE ROW EXCLUSIVE) while foreign key payment_account_id_fkey is checked
-- blocks-writes: table account is locked (SHARE ROW EXCLUSIVE) while foreign key payment_account_id_fkey is checked

ALTER TABLE "payment" ADD CONSTRAINT "payment_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE CASCADE;
