CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text NOT NULL,
	`project_id` text,
	`phone_sealed` text NOT NULL,
	`phone_last4` text NOT NULL,
	`params_sealed` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`provider_message_id` text,
	`failure` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `messages_by_subject` ON `messages` (`subject_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_by_state` ON `messages` (`state`,`created_at`);