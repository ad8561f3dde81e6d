DROP INDEX `bills_owed`;--> statement-breakpoint
CREATE INDEX `bills_owed` ON `bills` (`project_id`,`due_on`,`id`,`room_id`,`parking_space_id`,`payer_person_id`,`amount_fen`,`paid_fen`) WHERE state = 'published' AND paid_fen < amount_fen;--> statement-breakpoint
CREATE INDEX `reminders_by_day` ON `reminders` (`on_day`,`id`);