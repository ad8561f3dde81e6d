CREATE TABLE `hand_overs` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL,
	`parts_json` text NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hand_overs_from` ON `hand_overs` (`from_id`,`at`);--> statement-breakpoint
CREATE INDEX `hand_overs_to` ON `hand_overs` (`to_id`,`at`);--> statement-breakpoint
DROP INDEX `complaints_of_receiver`;--> statement-breakpoint
ALTER TABLE `complaints` ADD `answers_instead_id` text;--> statement-breakpoint
ALTER TABLE `complaints` ADD `answerer_id` text GENERATED ALWAYS AS (nullif(coalesce(answers_instead_id, first_receiver_id), '')) VIRTUAL;--> statement-breakpoint
CREATE INDEX `complaints_of_answerer` ON `complaints` (`answerer_id`,`registered_at`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_open_of_sender` ON `invitations` (`invited_by`) WHERE accepted_at IS NULL AND withdrawn_at IS NULL;