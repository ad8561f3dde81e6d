ALTER TABLE `outbox` ADD `first_failed_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `set_aside_at` integer;--> statement-breakpoint
CREATE INDEX `outbox_failing` ON `outbox` (`id`) WHERE failure IS NOT NULL;