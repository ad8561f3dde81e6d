CREATE TABLE `rooms_apart` (
	`room_id` text NOT NULL,
	`other_id` text NOT NULL,
	`told_by` text NOT NULL,
	`told_at` integer NOT NULL,
	PRIMARY KEY(`room_id`, `other_id`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action
);
