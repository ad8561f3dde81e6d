ALTER TABLE `bill_run_parts` ADD `other_tariff_id` text;--> statement-breakpoint
ALTER TABLE `bill_run_skips` ADD `other_tariff_id` text;--> statement-breakpoint
ALTER TABLE `tariff_assignments` ADD `beside` integer DEFAULT false NOT NULL;