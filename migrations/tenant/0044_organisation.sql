CREATE TABLE `legal_entities` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`credit_code` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`series_code` text NOT NULL,
	`opened_on` text,
	`closed_on` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `legal_entities_by_series` ON `legal_entities` (`series_code`);--> statement-breakpoint
CREATE TABLE `organisation_unit_parents` (
	`unit_id` text NOT NULL,
	`from_on` text NOT NULL,
	`parent_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`unit_id`, `from_on`),
	FOREIGN KEY (`unit_id`) REFERENCES `organisation_units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `organisation_units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisation_units` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`opened_on` text,
	`closed_on` text,
	`revision` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `project_entities` (
	`project_id` text NOT NULL,
	`from_on` text NOT NULL,
	`entity_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`project_id`, `from_on`),
	FOREIGN KEY (`entity_id`) REFERENCES `legal_entities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_entities_by_entity` ON `project_entities` (`entity_id`);--> statement-breakpoint
CREATE TABLE `project_units` (
	`project_id` text NOT NULL,
	`from_on` text NOT NULL,
	`unit_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`project_id`, `from_on`),
	FOREIGN KEY (`unit_id`) REFERENCES `organisation_units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_units_by_unit` ON `project_units` (`unit_id`);--> statement-breakpoint
CREATE TABLE `receipt_series` (
	`entity_id` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`entity_id`, `year`)
);
--> statement-breakpoint
DROP INDEX `merchants_in_use`;--> statement-breakpoint
ALTER TABLE `merchants` ADD `entity_id` text DEFAULT 'entity_00000000000000000000000000' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `merchants_of_projects` ON `merchants` (`scope`) WHERE retired_at IS NULL AND scope <> 'company';--> statement-breakpoint
CREATE UNIQUE INDEX `merchants_in_use` ON `merchants` (`entity_id`,`scope`) WHERE "merchants"."retired_at" is null;--> statement-breakpoint
DROP INDEX `receipts_by_number`;--> statement-breakpoint
ALTER TABLE `receipts` ADD `entity_id` text DEFAULT 'entity_00000000000000000000000000' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `receipts_by_number` ON `receipts` (`entity_id`,`year`,`serial`);--> statement-breakpoint
-- Each company begins with a root and one legal entity, itself: an empty name is the company's own. Their ids are the same
-- everywhere, since a column's default has to name the entity for what the code before writes.
INSERT INTO `organisation_units` (`id`, `kind`, `name`, `created_at`, `changed_at`) VALUES ('unit_00000000000000000000000000', 'company', '', 0, 0);
--> statement-breakpoint
INSERT INTO `legal_entities` (`id`, `name`, `series_code`, `created_at`, `changed_at`) VALUES ('entity_00000000000000000000000000', '', '', 0, 0);
--> statement-breakpoint
INSERT INTO `project_units` (`project_id`, `from_on`, `unit_id`, `created_at`) SELECT `id`, '', 'unit_00000000000000000000000000', `created_at` FROM `projects`;
--> statement-breakpoint
INSERT INTO `project_entities` (`project_id`, `from_on`, `entity_id`, `created_at`) SELECT `id`, '', 'entity_00000000000000000000000000', `created_at` FROM `projects`;
--> statement-breakpoint
-- Whoever makes a project and places it nowhere, as the code before does, makes it under the root and in the first name.
CREATE TRIGGER projects_are_placed AFTER INSERT ON projects BEGIN INSERT INTO project_units (project_id, from_on, unit_id, created_at) SELECT NEW.id, '', 'unit_00000000000000000000000000', NEW.created_at WHERE NOT EXISTS (SELECT 1 FROM project_units WHERE project_id = NEW.id); INSERT INTO project_entities (project_id, from_on, entity_id, created_at) SELECT NEW.id, '', 'entity_00000000000000000000000000', NEW.created_at WHERE NOT EXISTS (SELECT 1 FROM project_entities WHERE project_id = NEW.id); END;
--> statement-breakpoint
-- So that there is a place for each day: where something stood first stays said. What follows may be a plan, which gives way.
CREATE TRIGGER organisation_unit_parents_keep_first BEFORE DELETE ON organisation_unit_parents WHEN OLD.from_on = '' BEGIN SELECT RAISE(ABORT, 'where it stood first stays said'); END;
--> statement-breakpoint
CREATE TRIGGER project_units_keep_first BEFORE DELETE ON project_units WHEN OLD.from_on = '' BEGIN SELECT RAISE(ABORT, 'where it stood first stays said'); END;
--> statement-breakpoint
CREATE TRIGGER project_entities_keep_first BEFORE DELETE ON project_entities WHEN OLD.from_on = '' BEGIN SELECT RAISE(ABORT, 'whose it was first stays said'); END;
--> statement-breakpoint
CREATE TRIGGER organisation_unit_parents_keep_rows BEFORE UPDATE ON organisation_unit_parents BEGIN SELECT RAISE(ABORT, 'a move is another row'); END;
--> statement-breakpoint
CREATE TRIGGER project_units_keep_rows BEFORE UPDATE ON project_units BEGIN SELECT RAISE(ABORT, 'a move is another row'); END;
--> statement-breakpoint
CREATE TRIGGER project_entities_keep_rows BEFORE UPDATE ON project_entities BEGIN SELECT RAISE(ABORT, 'a hand-over is another row'); END;
--> statement-breakpoint
CREATE TRIGGER organisation_units_keep_all BEFORE DELETE ON organisation_units BEGIN SELECT RAISE(ABORT, 'a unit is closed, not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER legal_entities_keep_all BEFORE DELETE ON legal_entities BEGIN SELECT RAISE(ABORT, 'a legal entity is closed, not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER legal_entities_keep_series BEFORE UPDATE ON legal_entities WHEN NEW.series_code <> OLD.series_code AND EXISTS (SELECT 1 FROM receipt_series WHERE entity_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'receipts bear this code'); END;
--> statement-breakpoint
INSERT INTO `receipt_series` (`entity_id`, `year`, `last`) SELECT 'entity_00000000000000000000000000', `year`, `last` FROM `receipt_counters`;
--> statement-breakpoint
-- The code before counts the first entity's receipts in a table without entities: each of the two follows the other.
CREATE TRIGGER receipt_counters_begin_series AFTER INSERT ON receipt_counters WHEN NOT EXISTS (SELECT 1 FROM receipt_series WHERE entity_id = 'entity_00000000000000000000000000' AND year = NEW.year) BEGIN INSERT INTO receipt_series (entity_id, year, last) VALUES ('entity_00000000000000000000000000', NEW.year, NEW.last); END;
--> statement-breakpoint
CREATE TRIGGER receipt_counters_move_series AFTER UPDATE ON receipt_counters BEGIN UPDATE receipt_series SET last = NEW.last WHERE entity_id = 'entity_00000000000000000000000000' AND year = NEW.year AND last < NEW.last; END;
--> statement-breakpoint
CREATE TRIGGER receipt_series_begin_counters AFTER INSERT ON receipt_series WHEN NEW.entity_id = 'entity_00000000000000000000000000' AND NOT EXISTS (SELECT 1 FROM receipt_counters WHERE year = NEW.year) BEGIN INSERT INTO receipt_counters (year, last) VALUES (NEW.year, NEW.last); END;
--> statement-breakpoint
CREATE TRIGGER receipt_series_move_counters AFTER UPDATE ON receipt_series WHEN NEW.entity_id = 'entity_00000000000000000000000000' BEGIN UPDATE receipt_counters SET last = NEW.last WHERE year = NEW.year AND last < NEW.last; END;
--> statement-breakpoint
CREATE TRIGGER receipt_series_count_up BEFORE UPDATE ON receipt_series WHEN NEW.year <> OLD.year OR NEW.entity_id <> OLD.entity_id OR NEW.last <> OLD.last + 1 BEGIN SELECT RAISE(ABORT, 'receipt numbers follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER receipt_series_keep_all BEFORE DELETE ON receipt_series BEGIN SELECT RAISE(ABORT, 'receipt numbers follow one another'); END;
--> statement-breakpoint
DROP TRIGGER receipts_follow_the_counter;
--> statement-breakpoint
CREATE TRIGGER receipts_follow_the_counter BEFORE INSERT ON receipts WHEN NEW.serial IS NOT (SELECT last FROM receipt_series WHERE entity_id = NEW.entity_id AND year = NEW.year) OR NEW.serial <> 1 + (SELECT coalesce(max(serial), 0) FROM receipts WHERE entity_id = NEW.entity_id AND year = NEW.year) BEGIN SELECT RAISE(ABORT, 'receipt numbers follow one another'); END;
