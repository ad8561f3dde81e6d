ALTER TABLE `complaints` ADD `parking_space_id` text REFERENCES parking_spaces(id);--> statement-breakpoint
ALTER TABLE `complaints` ADD `common_place_id` text REFERENCES common_places(id);--> statement-breakpoint
ALTER TABLE `complaints` ADD `place_id` text GENERATED ALWAYS AS (coalesce(room_id, parking_space_id, common_place_id)) VIRTUAL;--> statement-breakpoint
CREATE INDEX `complaints_of_place` ON `complaints` (`place_id`,`registered_at`,`id`) WHERE place_id IS NOT NULL;