CREATE TABLE `buildings` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`floors` integer,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `buildings_by_key` ON `buildings` (`project_id`,`key`);--> statement-breakpoint
CREATE INDEX `buildings_in_order` ON `buildings` (`project_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE TABLE `occupancies` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`person_id` text NOT NULL,
	`room_id` text,
	`parking_space_id` text,
	`role` text NOT NULL,
	`share_e4` integer,
	`from_on` text,
	`to_on` text,
	`plate` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parking_space_id`) REFERENCES `parking_spaces`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "occupancies_of_one_place" CHECK((room_id IS NULL) <> (parking_space_id IS NULL)),
	CONSTRAINT "occupancies_in_order" CHECK(from_on IS NULL OR to_on IS NULL OR to_on >= from_on),
	CONSTRAINT "occupancies_share" CHECK(share_e4 IS NULL OR share_e4 BETWEEN 1 AND 10000)
);
--> statement-breakpoint
CREATE INDEX `occupancies_by_room` ON `occupancies` (`room_id`,`role`,`person_id`,`from_on`,`to_on`);--> statement-breakpoint
CREATE INDEX `occupancies_by_space` ON `occupancies` (`parking_space_id`,`role`,`person_id`,`from_on`,`to_on`);--> statement-breakpoint
CREATE INDEX `occupancies_by_person` ON `occupancies` (`person_id`,`room_id`);--> statement-breakpoint
CREATE INDEX `occupancies_by_project` ON `occupancies` (`project_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `occupancies_once_in_room` ON `occupancies` (`room_id`,`person_id`,`role`) WHERE to_on IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `occupancies_once_in_space` ON `occupancies` (`parking_space_id`,`person_id`,`role`) WHERE to_on IS NULL;--> statement-breakpoint
CREATE TABLE `parking_spaces` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`lot` text DEFAULT '' NOT NULL,
	`code` text NOT NULL,
	`key` text NOT NULL,
	`sort_key` text NOT NULL,
	`kind` text,
	`tenure` text,
	`area_e2` integer,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parking_spaces_by_key` ON `parking_spaces` (`project_id`,`key`);--> statement-breakpoint
CREATE INDEX `parking_spaces_in_order` ON `parking_spaces` (`project_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`number` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`gender` text,
	`id_kind` text,
	`id_sealed` text,
	`id_index` text,
	`id_masked` text,
	`remark` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `people_by_name` ON `people` (`project_id`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `people_by_number` ON `people` (`project_id`,`number`);--> statement-breakpoint
CREATE INDEX `people_by_id` ON `people` (`id_index`,`project_id`);--> statement-breakpoint
CREATE TABLE `person_phones` (
	`person_id` text NOT NULL,
	`position` integer NOT NULL,
	`phone_sealed` text NOT NULL,
	`phone_index` text NOT NULL,
	`phone_last4` text NOT NULL,
	`phone_masked` text NOT NULL,
	PRIMARY KEY(`person_id`, `phone_index`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_phones_by_phone` ON `person_phones` (`phone_index`,`person_id`);--> statement-breakpoint
CREATE INDEX `person_phones_by_last4` ON `person_phones` (`phone_last4`,`person_id`);--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`building_id` text NOT NULL,
	`unit_id` text,
	`key` text NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`floor` integer,
	`layout` text,
	`area_e2` integer,
	`built_area_e2` integer,
	`inner_area_e2` integer,
	`use` text,
	`state` text,
	`handed_over_on` text,
	`remark` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`building_id`) REFERENCES `buildings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rooms_areas" CHECK(coalesce(area_e2, 0) >= 0 AND coalesce(built_area_e2, 0) >= 0 AND coalesce(inner_area_e2, 0) >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_by_key` ON `rooms` (`project_id`,`key`);--> statement-breakpoint
CREATE INDEX `rooms_in_order` ON `rooms` (`project_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `rooms_by_building` ON `rooms` (`building_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `rooms_by_name` ON `rooms` (`project_id`,`name`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`building_id` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`floors` integer,
	`elevator` integer,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`building_id`) REFERENCES `buildings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_by_key` ON `units` (`building_id`,`key`);