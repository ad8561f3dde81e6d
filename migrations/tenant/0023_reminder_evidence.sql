CREATE TABLE `message_reports` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` text NOT NULL,
	`channel` text NOT NULL,
	`state` text NOT NULL,
	`provider_message_id` text,
	`reason` text,
	`at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_reports_once` ON `message_reports` (`message_id`,`state`,`at`);--> statement-breakpoint
CREATE TABLE `reminder_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`reminder_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`reminder_id`) REFERENCES `reminders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reminder_evidence_by_reminder` ON `reminder_evidence` (`reminder_id`,`at`);--> statement-breakpoint
ALTER TABLE `bill_runs` ADD `quiet` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE TRIGGER message_reports_keep BEFORE UPDATE ON message_reports BEGIN SELECT RAISE(ABORT, 'message_reports is append-only'); END;--> statement-breakpoint
CREATE TRIGGER message_reports_keep_all BEFORE DELETE ON message_reports BEGIN SELECT RAISE(ABORT, 'message_reports is append-only'); END;--> statement-breakpoint
CREATE TRIGGER reminder_evidence_keep BEFORE UPDATE ON reminder_evidence BEGIN SELECT RAISE(ABORT, 'reminder_evidence is append-only'); END;--> statement-breakpoint
CREATE TRIGGER reminder_evidence_keep_all BEFORE DELETE ON reminder_evidence BEGIN SELECT RAISE(ABORT, 'reminder_evidence is append-only'); END;
