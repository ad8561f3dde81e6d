CREATE TABLE `bill_run_rest` (
	`seq` integer NOT NULL,
	`target_id` text NOT NULL,
	`tariff_id` text NOT NULL,
	`price_id` text
);
--> statement-breakpoint
CREATE TABLE `bill_run_skips` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` text NOT NULL,
	`room_id` text,
	`parking_space_id` text,
	`tariff_id` text,
	`reason` text NOT NULL,
	`days` integer,
	`on_day` text
);
--> statement-breakpoint
CREATE INDEX `bill_run_skips_by_run` ON `bill_run_skips` (`run_id`,`reason`,`seq`);--> statement-breakpoint
CREATE TABLE `bill_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`period` text NOT NULL,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`targets` integer NOT NULL,
	`boundaries_json` text NOT NULL,
	`steps_done` integer DEFAULT 0 NOT NULL,
	`bills` integer DEFAULT 0 NOT NULL,
	`total_fen` integer DEFAULT 0 NOT NULL,
	`skips` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`ready_at` integer,
	`published_at` integer,
	`published_by` text,
	`discarded_at` integer
);
--> statement-breakpoint
CREATE INDEX `bill_runs_by_project` ON `bill_runs` (`project_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `bill_runs_one_open` ON `bill_runs` (`project_id`,`period`) WHERE state IN ('draft', 'computing', 'ready');--> statement-breakpoint
CREATE TABLE `bills` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`run_id` text,
	`room_id` text,
	`parking_space_id` text,
	`tariff_id` text NOT NULL,
	`price_id` text NOT NULL,
	`fee_item` text NOT NULL,
	`period` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`days` integer NOT NULL,
	`payer_person_id` text NOT NULL,
	`liable_person_id` text,
	`quantity_e2` integer NOT NULL,
	`whole_days` integer,
	`whole_fen` integer,
	`amount_fen` integer NOT NULL,
	`paid_fen` integer DEFAULT 0 NOT NULL,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`voided_at` integer DEFAULT 0 NOT NULL,
	`void_reason` text,
	CONSTRAINT "bills_of_one_place" CHECK((room_id IS NULL) <> (parking_space_id IS NULL)),
	CONSTRAINT "bills_paid_in_bounds" CHECK(paid_fen BETWEEN 0 AND amount_fen AND amount_fen > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bills_by_room` ON `bills` (`room_id`,`period`,`tariff_id`,`from_on`,`voided_at`) WHERE "bills"."room_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `bills_by_parking_space` ON `bills` (`parking_space_id`,`period`,`tariff_id`,`from_on`,`voided_at`) WHERE "bills"."parking_space_id" is not null;--> statement-breakpoint
CREATE INDEX `bills_by_project` ON `bills` (`project_id`,`period`,`id`);--> statement-breakpoint
CREATE INDEX `bills_owed` ON `bills` (`project_id`,`due_on`,`id`) WHERE state = 'published' AND paid_fen < amount_fen;--> statement-breakpoint
CREATE TABLE `payer_agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`target_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "payer_agreements_in_order" CHECK(to_on IS NULL OR to_on >= from_on)
);
--> statement-breakpoint
CREATE INDEX `payer_agreements_by_target` ON `payer_agreements` (`target_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `payer_agreements_by_person` ON `payer_agreements` (`person_id`);--> statement-breakpoint
CREATE INDEX `payer_agreements_by_project` ON `payer_agreements` (`project_id`);--> statement-breakpoint
CREATE TABLE `tariff_assignments` (
	`target_id` text NOT NULL,
	`tariff_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	CONSTRAINT "tariff_assignments_in_order" CHECK(to_on IS NULL OR to_on >= from_on)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tariff_assignments_by_target` ON `tariff_assignments` (`target_id`,`tariff_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `tariff_assignments_by_tariff` ON `tariff_assignments` (`tariff_id`,`target_id`,`from_on`,`to_on`);--> statement-breakpoint
CREATE TABLE `tariff_prices` (
	`id` text PRIMARY KEY NOT NULL,
	`tariff_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`price_e4` integer NOT NULL,
	`addition_fen` integer DEFAULT 0 NOT NULL,
	`rounding` text NOT NULL,
	`rounding_unit_fen` integer NOT NULL,
	`grade` text,
	`base_e4` integer,
	`range_e4` integer,
	`approval_kind` text,
	`approval_no` text,
	`approval_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tariff_id`) REFERENCES `tariffs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tariff_prices_in_order" CHECK(to_on IS NULL OR to_on >= from_on),
	CONSTRAINT "tariff_prices_in_bounds" CHECK(price_e4 >= 0 AND addition_fen >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tariff_prices_by_time` ON `tariff_prices` (`tariff_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `tariff_scopes` (
	`id` text PRIMARY KEY NOT NULL,
	`tariff_id` text NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tariff_id`) REFERENCES `tariffs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tariff_scopes_by_project` ON `tariff_scopes` (`project_id`,`tariff_id`);--> statement-breakpoint
CREATE TABLE `tariffs` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`fee_item` text NOT NULL,
	`basis` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tariffs_by_name` ON `tariffs` (`project_id`,`name`);
--> statement-breakpoint
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
