-- The code before knows codes by the phone alone and says ON CONFLICT (phone_index), which needs a unique key of it: its
-- table is given that back, and codes by phone and address get one of their own. Codes live five minutes.
CREATE TABLE `sign_in_codes` (
	`phone_index` text NOT NULL,
	`asked_from` text DEFAULT '' NOT NULL,
	`code_hash` text NOT NULL,
	`attempts` integer NOT NULL,
	`attempts_elsewhere` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`phone_index`, `asked_from`)
);
--> statement-breakpoint
CREATE INDEX `sign_in_codes_by_expiry` ON `sign_in_codes` (`expires_at`);--> statement-breakpoint
INSERT INTO `sign_in_codes` SELECT * FROM `one_time_codes`;--> statement-breakpoint
DELETE FROM `one_time_codes` WHERE rowid NOT IN (SELECT max(rowid) FROM `one_time_codes` GROUP BY `phone_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_time_codes_by_phone` ON `one_time_codes` (`phone_index`);--> statement-breakpoint
-- It knows nothing of what a seal follows either: all of its seals would follow the beginning, of which one may. Numbers of
-- entries have no gaps, so a seal of n entries follows the one that ends n before it.
CREATE TRIGGER audit_seals_of_the_code_before BEFORE INSERT ON audit_seals WHEN NEW.after_seq = 0 AND NEW.last_seq > NEW.entries BEGIN INSERT INTO audit_seals (last_seq, entries, sha256, at, after_seq) SELECT NEW.last_seq, NEW.entries, NEW.sha256, NEW.at, before.last_seq FROM audit_seals before WHERE before.last_seq = NEW.last_seq - NEW.entries AND NOT EXISTS (SELECT 1 FROM audit_seals WHERE (overtaken = 0 AND after_seq = before.last_seq) OR last_seq = NEW.last_seq); SELECT RAISE(IGNORE); END;
