CREATE INDEX `files_by_bareness` ON `files` (`bare_at`,`id`);--> statement-breakpoint
-- What makes photos bare takes off more than it did (the items of a HEIC above all): each is gone through once more, and copied again after that.
UPDATE files SET bare_at = NULL WHERE stored_at IS NOT NULL;--> statement-breakpoint
INSERT INTO outbox (id, type, payload_json, at) SELECT 'evt_barer_photos', 'schedule.wake', '{"job":"bare_photos","at":0}', 0 WHERE EXISTS (SELECT 1 FROM files WHERE stored_at IS NOT NULL);
