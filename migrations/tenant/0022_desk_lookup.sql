CREATE INDEX `complaints_of_person` ON `complaints` (`person_id`,`registered_at`,`id`);--> statement-breakpoint
CREATE INDEX `rooms_by_number` ON `rooms` (`project_id`,`number`);