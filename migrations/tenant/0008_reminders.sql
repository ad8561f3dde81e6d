CREATE TABLE `reminder_bills` (
	`bill_id` text NOT NULL,
	`stage` text NOT NULL,
	`reminder_id` text NOT NULL,
	PRIMARY KEY(`bill_id`, `stage`),
	FOREIGN KEY (`reminder_id`) REFERENCES `reminders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reminder_bills_by_reminder` ON `reminder_bills` (`reminder_id`);--> statement-breakpoint
CREATE TABLE `reminder_policies` (
	`id` integer PRIMARY KEY NOT NULL,
	`policy_json` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`person_id` text NOT NULL,
	`stage` text NOT NULL,
	`on_day` text NOT NULL,
	`state` text NOT NULL,
	`drop_reason` text,
	`message_id` text,
	`amount_fen` integer,
	`bills` integer,
	`created_at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `reminders_by_project` ON `reminders` (`project_id`,`on_day`,`id`);--> statement-breakpoint
CREATE INDEX `reminders_by_person` ON `reminders` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `reminders_waiting` ON `reminders` (`state`,`on_day`);