-- The price of a draft goes with it: nothing was ever billed by it.
DROP TRIGGER tariff_prices_keep_all;
--> statement-breakpoint
CREATE TRIGGER tariff_prices_keep_all BEFORE DELETE ON tariff_prices WHEN (SELECT state FROM tariffs WHERE id = OLD.tariff_id) IS NOT 'draft' BEGIN SELECT RAISE(ABORT, 'a price is not edited: add one that follows it'); END;
