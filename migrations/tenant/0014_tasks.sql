CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`project_id` text,
	`role` text,
	`staff_id` text,
	`params_json` text NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`done_by` text,
	CONSTRAINT "tasks_of_one" CHECK((role IS NULL) <> (staff_id IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_open_once` ON `tasks` (`kind`,`subject_id`) WHERE "tasks"."done_at" is null;--> statement-breakpoint
CREATE INDEX `tasks_open_of_staff` ON `tasks` (`staff_id`,`due_at`,`id`) WHERE "tasks"."done_at" is null;--> statement-breakpoint
CREATE INDEX `tasks_open_of_role` ON `tasks` (`role`,`project_id`,`due_at`,`id`) WHERE "tasks"."done_at" is null;--> statement-breakpoint
CREATE INDEX `tasks_open_by_due` ON `tasks` (`due_at`,`id`) WHERE "tasks"."done_at" is null;