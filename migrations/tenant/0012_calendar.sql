CREATE TABLE `calendar_days` (
	`on_day` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`changed_at` integer NOT NULL
);
