CREATE TABLE `fee_item_names` (
	`item_id` text NOT NULL,
	`until_at` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`item_id`, `until_at`),
	FOREIGN KEY (`item_id`) REFERENCES `fee_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `fee_items` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`receipt_name` text DEFAULT '' NOT NULL,
	`invoice_name` text DEFAULT '' NOT NULL,
	`tax_code` text DEFAULT '' NOT NULL,
	`tax_rate_e4` integer,
	`tax_included` integer DEFAULT true NOT NULL,
	`whose_money` text DEFAULT 'company' NOT NULL,
	`account` text DEFAULT '' NOT NULL,
	`settle_order` integer NOT NULL,
	`target_kinds` text NOT NULL,
	`exclusive` integer DEFAULT false NOT NULL,
	`guided` integer DEFAULT false NOT NULL,
	`charged_by` text DEFAULT 'project' NOT NULL,
	`retired_at` integer,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	CONSTRAINT "fee_items_tax_in_bounds" CHECK(tax_rate_e4 BETWEEN 0 AND 10000)
);
--> statement-breakpoint
CREATE INDEX `fee_items_by_order` ON `fee_items` (`settle_order`,`id`);--> statement-breakpoint
CREATE INDEX `fee_items_by_exclusive` ON `fee_items` (`exclusive`,`id`);
--> statement-breakpoint
-- The three items that were words of the code become rows under these words: tariffs and bills that have them, links and files stay valid.
INSERT INTO fee_items (id, settle_order, target_kinds, exclusive, guided, created_at, changed_at) VALUES
  ('property', 10, '["room","parking"]', 1, 1, 0, 0), ('parking', 20, '["room","parking"]', 1, 0, 0, 0), ('other', 30, '["room","parking"]', 0, 0, 0, 0);
--> statement-breakpoint
CREATE TRIGGER tariffs_of_an_item BEFORE INSERT ON tariffs WHEN NOT EXISTS (SELECT 1 FROM fee_items WHERE id = NEW.fee_item) BEGIN SELECT RAISE(ABORT, 'a tariff charges a fee item'); END;
--> statement-breakpoint
CREATE TRIGGER fee_items_keep_terms BEFORE UPDATE OF whose_money, exclusive ON fee_items WHEN (NEW.whose_money <> OLD.whose_money OR NEW.exclusive <> OLD.exclusive) AND EXISTS (SELECT 1 FROM tariffs WHERE fee_item = OLD.id) BEGIN SELECT RAISE(ABORT, 'an item that is charged keeps whose money it is and how its charges stand to each other'); END;
--> statement-breakpoint
CREATE TRIGGER fee_items_charged BEFORE UPDATE OF retired_at ON fee_items WHEN NEW.retired_at IS NOT NULL AND OLD.retired_at IS NULL AND EXISTS (SELECT 1 FROM tariffs WHERE fee_item = OLD.id AND state = 'active') BEGIN SELECT RAISE(ABORT, 'tariffs in use charge this item'); END;
--> statement-breakpoint
CREATE TRIGGER fee_items_keep_all BEFORE DELETE ON fee_items BEGIN SELECT RAISE(ABORT, 'a fee item is not deleted: take it out of use'); END;
--> statement-breakpoint
CREATE TRIGGER fee_item_names_keep_all BEFORE DELETE ON fee_item_names BEGIN SELECT RAISE(ABORT, 'what an item was called stays'); END;
--> statement-breakpoint
CREATE TRIGGER fee_item_names_keep BEFORE UPDATE ON fee_item_names BEGIN SELECT RAISE(ABORT, 'what an item was called stays'); END;
