CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`uploaded_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`stored_at` integer,
	`content_type` text,
	`size` integer,
	`sha256` text,
	`subject_id` text
);
--> statement-breakpoint
CREATE INDEX `files_by_subject` ON `files` (`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `files_unattached` ON `files` (`created_at`,`id`) WHERE "files"."subject_id" is null;--> statement-breakpoint
CREATE INDEX `files_unattached_of` ON `files` (`uploaded_by`,`created_at`) WHERE "files"."subject_id" is null;