CREATE TABLE `exception_resolutions` (
	`id` text PRIMARY KEY NOT NULL,
	`exception_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`reason` text NOT NULL,
	`reference_no` text,
	`payment_id` text,
	`resolved_at` integer NOT NULL,
	`resolved_by` text NOT NULL,
	FOREIGN KEY (`exception_id`) REFERENCES `payment_exceptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exception_resolutions_by_exception` ON `exception_resolutions` (`exception_id`,`resolved_at`);--> statement-breakpoint
CREATE TABLE `merchants` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`merchant_id` text NOT NULL,
	`app_id` text NOT NULL,
	`merchant_serial` text NOT NULL,
	`platform_serials` text NOT NULL,
	`api_v3_key_last4` text NOT NULL,
	`settings_sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`proven_at` integer,
	`proof_failure` text,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `merchants_in_use` ON `merchants` (`scope`) WHERE "merchants"."retired_at" is null;--> statement-breakpoint
CREATE TABLE `payment_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`merchant_ref` text NOT NULL,
	`out_trade_no` text NOT NULL,
	`transaction_id` text,
	`order_id` text,
	`project_id` text,
	`amount_fen` integer NOT NULL,
	`expected_fen` integer,
	`resolved_fen` integer DEFAULT 0 NOT NULL,
	`evidence_sealed` text NOT NULL,
	`paid_at` integer,
	`found_at` integer NOT NULL,
	`resolved_at` integer,
	FOREIGN KEY (`merchant_ref`) REFERENCES `merchants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `payment_orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_exceptions_by_number` ON `payment_exceptions` (`merchant_ref`,`out_trade_no`);--> statement-breakpoint
CREATE INDEX `payment_exceptions_by_state` ON `payment_exceptions` (`state`,`found_at`,`id`);--> statement-breakpoint
CREATE TABLE `payment_lines` (
	`payment_id` text NOT NULL,
	`bill_id` text NOT NULL,
	`amount_fen` integer NOT NULL,
	PRIMARY KEY(`payment_id`, `bill_id`),
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payment_lines_by_bill` ON `payment_lines` (`bill_id`);--> statement-breakpoint
CREATE TABLE `payment_order_lines` (
	`order_id` text NOT NULL,
	`bill_id` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`order_id`, `bill_id`),
	FOREIGN KEY (`order_id`) REFERENCES `payment_orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_order_lines_hold_bills` ON `payment_order_lines` (`bill_id`) WHERE "payment_order_lines"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `payment_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`out_trade_no` text NOT NULL,
	`merchant_ref` text NOT NULL,
	`project_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`payer_name` text NOT NULL,
	`scene` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`description` text NOT NULL,
	`opening_sealed` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`merchant_ref`) REFERENCES `merchants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_orders_by_number` ON `payment_orders` (`out_trade_no`);--> statement-breakpoint
CREATE INDEX `payment_orders_by_owner` ON `payment_orders` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`method` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`payer_name` text NOT NULL,
	`places` text NOT NULL,
	`order_id` text,
	`exception_id` text,
	`reference_no` text,
	`reverses_payment_id` text,
	`note` text,
	`paid_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`cashier_name` text NOT NULL,
	`evidence_sealed` text,
	FOREIGN KEY (`order_id`) REFERENCES `payment_orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_by_order` ON `payments` (`order_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_by_reversed` ON `payments` (`reverses_payment_id`);--> statement-breakpoint
CREATE INDEX `payments_by_time` ON `payments` (`recorded_at`,`id`);--> statement-breakpoint
CREATE INDEX `payments_by_project` ON `payments` (`project_id`,`recorded_at`,`id`);--> statement-breakpoint
CREATE INDEX `payments_by_day` ON `payments` (`recorded_on`);--> statement-breakpoint
CREATE TABLE `receipt_counters` (
	`year` integer PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `receipt_prints` (
	`id` text PRIMARY KEY NOT NULL,
	`receipt_id` text NOT NULL,
	`copy` integer NOT NULL,
	`printed_at` integer NOT NULL,
	`printed_by` text NOT NULL,
	FOREIGN KEY (`receipt_id`) REFERENCES `receipts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `receipt_prints_by_copy` ON `receipt_prints` (`receipt_id`,`copy`);--> statement-breakpoint
CREATE TABLE `receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`year` integer NOT NULL,
	`serial` integer NOT NULL,
	`payment_id` text NOT NULL,
	`project_id` text NOT NULL,
	`snapshot_json` text NOT NULL,
	`issued_at` integer NOT NULL,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_by_number` ON `receipts` (`year`,`serial`);--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_by_payment` ON `receipts` (`payment_id`);
--> statement-breakpoint
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
