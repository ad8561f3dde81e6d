CREATE TRIGGER payments_keep_rows BEFORE UPDATE ON payments BEGIN SELECT RAISE(ABORT, 'payments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER payments_keep_all BEFORE DELETE ON payments BEGIN SELECT RAISE(ABORT, 'payments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER payment_lines_keep_rows BEFORE UPDATE ON payment_lines BEGIN SELECT RAISE(ABORT, 'payment_lines is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER payment_lines_keep_all BEFORE DELETE ON payment_lines BEGIN SELECT RAISE(ABORT, 'payment_lines is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER receipts_keep_rows BEFORE UPDATE ON receipts BEGIN SELECT RAISE(ABORT, 'receipts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER receipts_keep_all BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'receipts is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_prints_keep_rows BEFORE UPDATE ON receipt_prints BEGIN SELECT RAISE(ABORT, 'receipt_prints is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_prints_keep_all BEFORE DELETE ON receipt_prints BEGIN SELECT RAISE(ABORT, 'receipt_prints is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_counters_count_up BEFORE UPDATE ON receipt_counters WHEN NEW.year <> OLD.year OR NEW.last <> OLD.last + 1 BEGIN SELECT RAISE(ABORT, 'receipt numbers follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_counters_keep_all BEFORE DELETE ON receipt_counters BEGIN SELECT RAISE(ABORT, 'receipt numbers follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER receipts_follow_the_counter BEFORE INSERT ON receipts WHEN NEW.serial <> (SELECT last FROM receipt_counters WHERE year = NEW.year) OR NEW.serial <> 1 + (SELECT coalesce(max(serial), 0) FROM receipts WHERE year = NEW.year) BEGIN SELECT RAISE(ABORT, 'receipt numbers follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER exception_resolutions_keep_rows BEFORE UPDATE ON exception_resolutions BEGIN SELECT RAISE(ABORT, 'exception_resolutions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER exception_resolutions_keep_all BEFORE DELETE ON exception_resolutions BEGIN SELECT RAISE(ABORT, 'exception_resolutions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER payment_exceptions_keep_money BEFORE UPDATE ON payment_exceptions WHEN NEW.amount_fen <> OLD.amount_fen OR NEW.out_trade_no <> OLD.out_trade_no OR NEW.merchant_ref <> OLD.merchant_ref OR NEW.evidence_sealed <> OLD.evidence_sealed OR NEW.resolved_fen < OLD.resolved_fen OR NEW.resolved_fen > NEW.amount_fen BEGIN SELECT RAISE(ABORT, 'an exception keeps its money'); END;
--> statement-breakpoint
CREATE TRIGGER payment_exceptions_keep_all BEFORE DELETE ON payment_exceptions BEGIN SELECT RAISE(ABORT, 'an exception keeps its money'); END;
--> statement-breakpoint
CREATE TRIGGER payment_orders_keep_terms BEFORE UPDATE ON payment_orders WHEN NEW.amount_fen <> OLD.amount_fen OR NEW.out_trade_no <> OLD.out_trade_no OR NEW.merchant_ref <> OLD.merchant_ref OR NEW.owner_id <> OLD.owner_id BEGIN SELECT RAISE(ABORT, 'the terms of an order are frozen'); END;
--> statement-breakpoint
CREATE TRIGGER payment_orders_keep_all BEFORE DELETE ON payment_orders BEGIN SELECT RAISE(ABORT, 'the terms of an order are frozen'); END;
--> statement-breakpoint
CREATE TRIGGER payment_order_lines_keep_terms BEFORE UPDATE ON payment_order_lines WHEN NEW.amount_fen <> OLD.amount_fen OR NEW.bill_id <> OLD.bill_id OR OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the terms of an order are frozen'); END;
--> statement-breakpoint
CREATE TRIGGER payment_order_lines_keep_all BEFORE DELETE ON payment_order_lines BEGIN SELECT RAISE(ABORT, 'the terms of an order are frozen'); END;
