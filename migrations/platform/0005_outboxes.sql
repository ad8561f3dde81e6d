CREATE TABLE `outboxes` (
	`company_id` text PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outboxes_due` ON `outboxes` (`due_at`);--> statement-breakpoint
-- Each within a day, and not all at once.
INSERT INTO `outboxes` (company_id, due_at) SELECT id, CAST(strftime('%s', 'now') AS INTEGER) * 1000 + abs(random()) % 86400000 FROM `companies` WHERE `state` IN ('active', 'suspended');
