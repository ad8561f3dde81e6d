CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitations_by_staff` ON `invitations` (`staff_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `owners` (
	`id` text PRIMARY KEY NOT NULL,
	`phone_index` text NOT NULL,
	`phone_sealed` text NOT NULL,
	`phone_last4` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_signed_in_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `owners_by_phone` ON `owners` (`phone_index`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`plane` text NOT NULL,
	`subject_id` text NOT NULL,
	`token_sha256` text NOT NULL,
	`rotated_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`end_reason` text,
	`agent` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_by_subject` ON `sessions` (`subject_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone_sealed` text,
	`phone_index` text,
	`phone_last4` text,
	`email` text,
	`password_hash` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`last_signed_in_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_by_phone` ON `staff` (`phone_index`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_by_email` ON `staff` (`email`);--> statement-breakpoint
CREATE INDEX `staff_by_name` ON `staff` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `staff_assignments` (
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`project_id` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_assignments_once` ON `staff_assignments` (`staff_id`,`role`,`project_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_assignments_everywhere` ON `staff_assignments` (`staff_id`,`role`) WHERE project_id IS NULL;--> statement-breakpoint
CREATE INDEX `staff_assignments_by_project` ON `staff_assignments` (`project_id`,`role`);--> statement-breakpoint
CREATE INDEX `staff_assignments_by_role` ON `staff_assignments` (`role`,`staff_id`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since_at` integer NOT NULL,
	`blocked_until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `throttles_by_age` ON `throttles` (`since_at`);