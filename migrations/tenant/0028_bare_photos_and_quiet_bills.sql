ALTER TABLE `bills` ADD `quiet` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `files` ADD `bare_at` integer;--> statement-breakpoint
CREATE INDEX `files_to_make_bare` ON `files` (`id`) WHERE bare_at IS NULL AND stored_at IS NOT NULL;--> statement-breakpoint
-- Photos of before keep what cameras wrote beside them: the job that takes it off is woken, where there are any.
INSERT INTO outbox (id, type, payload_json, at) SELECT 'evt_bare_photos', 'schedule.wake', '{"job":"bare_photos","at":0}', 0 WHERE EXISTS (SELECT 1 FROM files WHERE stored_at IS NOT NULL);
