CREATE TABLE `area_places` (
	`kind` text NOT NULL,
	`place_id` text NOT NULL,
	`from_on` text NOT NULL,
	`area_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `place_id`, `from_on`),
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `area_places_of_area` ON `area_places` (`area_id`,`place_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `area_stewards` (
	`area_id` text NOT NULL,
	`from_on` text NOT NULL,
	`steward_id` text,
	`stand_in_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`area_id`, `from_on`),
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`steward_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stand_in_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `area_stewards_by_steward` ON `area_stewards` (`steward_id`,`area_id`);--> statement-breakpoint
CREATE INDEX `area_stewards_by_stand_in` ON `area_stewards` (`stand_in_id`,`area_id`);--> statement-breakpoint
CREATE TABLE `areas` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`closed_on` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `areas_by_name` ON `areas` (`project_id`,`kind`,`name`) WHERE closed_on IS NULL;--> statement-breakpoint
CREATE INDEX `areas_in_order` ON `areas` (`project_id`,`name`,`id`);