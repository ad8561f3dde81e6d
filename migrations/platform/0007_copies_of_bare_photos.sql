ALTER TABLE `backups` ADD `bare_through_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `backups` ADD `bare_through_id` text DEFAULT '' NOT NULL;