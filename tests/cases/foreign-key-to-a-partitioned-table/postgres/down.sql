-- drop foreign key payment_account_id_fkey on payment

ALTER TABLE "payment" DROP CONSTRAINT "payment_account_id_fkey";
