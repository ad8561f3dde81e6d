CREATE TRIGGER bills_keep_amounts BEFORE UPDATE OF id, project_id, run_id, room_id, parking_space_id, tariff_id, price_id, fee_item, period, from_on, to_on, days, payer_person_id, liable_person_id, quantity_e2, whole_days, whole_fen, amount_fen, due_on, created_at ON bills BEGIN SELECT RAISE(ABORT, 'a bill is not edited: void it and bill again'); END;
--> statement-breakpoint
CREATE TRIGGER bills_keep_order_of_states BEFORE UPDATE OF state ON bills WHEN NOT (OLD.state = 'draft' AND NEW.state = 'published' OR OLD.state = 'published' AND NEW.state = 'void' AND OLD.paid_fen = 0 AND NEW.voided_at > 0) BEGIN SELECT RAISE(ABORT, 'a bill goes from draft to published, and to void only unpaid'); END;
--> statement-breakpoint
CREATE TRIGGER bills_stay_void BEFORE UPDATE OF voided_at, void_reason ON bills WHEN OLD.state <> 'published' OR NEW.state <> 'void' BEGIN SELECT RAISE(ABORT, 'a bill is voided once'); END;
--> statement-breakpoint
CREATE TRIGGER bills_paid_when_published BEFORE UPDATE OF paid_fen ON bills WHEN OLD.state <> 'published' BEGIN SELECT RAISE(ABORT, 'only a published bill is paid'); END;
--> statement-breakpoint
CREATE TRIGGER bills_keep_published BEFORE DELETE ON bills WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'a published bill stays'); END;
--> statement-breakpoint
CREATE TRIGGER tariff_prices_keep_terms BEFORE UPDATE OF id, tariff_id, from_on, price_e4, addition_fen, rounding, rounding_unit_fen, grade, base_e4, range_e4, approval_kind, approval_no, approval_on ON tariff_prices WHEN (SELECT state FROM tariffs WHERE id = OLD.tariff_id) <> 'draft' BEGIN SELECT RAISE(ABORT, 'a price is not edited: add one that follows it'); END;
--> statement-breakpoint
CREATE TRIGGER tariff_prices_only_end BEFORE UPDATE OF to_on ON tariff_prices WHEN NEW.to_on IS NULL AND OLD.to_on IS NOT NULL OR NEW.to_on > OLD.to_on BEGIN SELECT RAISE(ABORT, 'a price is not prolonged: add one that follows it'); END;
--> statement-breakpoint
CREATE TRIGGER tariff_prices_keep_all BEFORE DELETE ON tariff_prices BEGIN SELECT RAISE(ABORT, 'a price is not edited: add one that follows it'); END;
--> statement-breakpoint
CREATE TRIGGER tariff_prices_follow BEFORE INSERT ON tariff_prices WHEN EXISTS (SELECT 1 FROM tariff_prices WHERE tariff_id = NEW.tariff_id AND from_on <= coalesce(NEW.to_on, '9999-12-31') AND coalesce(to_on, '9999-12-31') >= NEW.from_on) BEGIN SELECT RAISE(ABORT, 'prices of a tariff do not overlap'); END;
--> statement-breakpoint
CREATE TRIGGER tariffs_keep_terms BEFORE UPDATE OF id, project_id, fee_item, basis ON tariffs WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'a tariff in use keeps what it is for'); END;
--> statement-breakpoint
CREATE TRIGGER bill_runs_keep_order_of_states BEFORE UPDATE OF state ON bill_runs WHEN NOT (OLD.state IN ('draft', 'computing') AND NEW.state IN ('computing', 'ready', 'discarded') OR OLD.state = 'ready' AND NEW.state IN ('published', 'discarded')) BEGIN SELECT RAISE(ABORT, 'a bill run ends published or discarded'); END;
--> statement-breakpoint
CREATE TRIGGER bill_runs_keep_all BEFORE DELETE ON bill_runs BEGIN SELECT RAISE(ABORT, 'a bill run ends published or discarded'); END;
