CREATE TABLE `backups` (
	`subject` text PRIMARY KEY NOT NULL,
	`sent_on` text DEFAULT '' NOT NULL,
	`done_on` text,
	`done_at` integer,
	`name` text,
	`size_bytes` integer,
	`files_through` text DEFAULT '' NOT NULL,
	`failure` text,
	`failed_at` integer
);
--> statement-breakpoint
ALTER TABLE `companies` ADD `storage_full_at` integer;--> statement-breakpoint
ALTER TABLE `companies` ADD `backup_sent_on` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `companies_to_back_up` ON `companies` (`backup_sent_on`) WHERE state IN ('active', 'suspended');