CREATE TABLE `known_addresses` (
	`key` text PRIMARY KEY NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `known_addresses_by_age` ON `known_addresses` (`last_at`);--> statement-breakpoint
CREATE TABLE `__new_one_time_codes` (
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
INSERT INTO `__new_one_time_codes`("phone_index", "code_hash", "attempts", "created_at", "expires_at", "used_at") SELECT "phone_index", "code_hash", "attempts", "created_at", "expires_at", "used_at" FROM `one_time_codes`;--> statement-breakpoint
DROP TABLE `one_time_codes`;--> statement-breakpoint
ALTER TABLE `__new_one_time_codes` RENAME TO `one_time_codes`;--> statement-breakpoint
CREATE INDEX `one_time_codes_by_expiry` ON `one_time_codes` (`expires_at`);