CREATE TABLE `complaint_categories` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text,
	`name` text,
	`parent_id` text,
	`about_fees` integer NOT NULL,
	`position` integer NOT NULL,
	`archived_at` integer,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaint_categories_by_code` ON `complaint_categories` (`code`);--> statement-breakpoint
CREATE TABLE `complaint_counters` (
	`on_day` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `complaint_raises` (
	`complaint_id` text NOT NULL,
	`round` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`complaint_id`, `round`, `reason`),
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `complaint_revisits` (
	`id` text PRIMARY KEY NOT NULL,
	`complaint_id` text NOT NULL,
	`round` integer NOT NULL,
	`by_kind` text NOT NULL,
	`by_id` text NOT NULL,
	`channel` text NOT NULL,
	`outcome` text NOT NULL,
	`rating` integer,
	`attitudes_json` text,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `complaint_revisits_of_complaint` ON `complaint_revisits` (`complaint_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `complaint_revisits_once` ON `complaint_revisits` (`complaint_id`,`round`) WHERE by_kind = 'owner';--> statement-breakpoint
CREATE TABLE `complaint_steps` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`complaint_id` text NOT NULL,
	`round` integer NOT NULL,
	`kind` text NOT NULL,
	`by_kind` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`owner_words` text,
	`note` text,
	`detail_json` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaint_steps_by_id` ON `complaint_steps` (`id`);--> statement-breakpoint
CREATE INDEX `complaint_steps_of_complaint` ON `complaint_steps` (`complaint_id`,`seq`);--> statement-breakpoint
CREATE TABLE `complaints` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`project_id` text NOT NULL,
	`room_id` text,
	`place` text NOT NULL,
	`owner_id` text,
	`person_id` text,
	`contact_name` text DEFAULT '' NOT NULL,
	`phone_sealed` text,
	`phone_index` text,
	`phone_masked` text,
	`channel` text NOT NULL,
	`agent_name` text,
	`category_id` text NOT NULL,
	`about_fees` integer NOT NULL,
	`text` text NOT NULL,
	`wish` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`round` integer DEFAULT 1 NOT NULL,
	`nature` text,
	`nature_kind` text,
	`nature_ground` text,
	`authority_no` text,
	`authority_on` text,
	`emergency` integer DEFAULT false NOT NULL,
	`major` integer DEFAULT false NOT NULL,
	`special` integer DEFAULT false NOT NULL,
	`first_receiver_id` text,
	`handler_id` text,
	`promised_at` integer,
	`agreed_at` integer,
	`update_due_at` integer,
	`registered_at` integer NOT NULL,
	`registered_on` text NOT NULL,
	`registered_by` text NOT NULL,
	`first_due_at` integer NOT NULL,
	`first_handled_at` integer,
	`first_raised_at` integer,
	`whole_started_at` integer NOT NULL,
	`whole_started_on` text NOT NULL,
	`whole_due_at` integer NOT NULL,
	`whole_raised_at` integer,
	`late_rounds` integer DEFAULT 0 NOT NULL,
	`echoed_at` integer,
	`replied_at` integer,
	`revisit_due_at` integer,
	`revisit_prompted_at` integer,
	`unreached` integer DEFAULT 0 NOT NULL,
	`revisited_at` integer,
	`satisfied` integer,
	`rating` integer,
	`reopened_at` integer,
	`closed_at` integer,
	`cause` text,
	`learned` text,
	`prevention` text,
	`previous_id` text,
	`changed_at` integer NOT NULL,
	`next_due_at` integer GENERATED ALWAYS AS (CASE state WHEN 'closed' THEN NULL WHEN 'replied' THEN revisit_due_at WHEN 'revisited' THEN revisited_at
        ELSE min(whole_due_at, CASE WHEN first_handled_at IS NULL THEN first_due_at ELSE whole_due_at END, coalesce(update_due_at, whole_due_at)) END) VIRTUAL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `complaint_categories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "complaints_closed_after_reply" CHECK(closed_at IS NULL OR replied_at IS NOT NULL),
	CONSTRAINT "complaints_rating" CHECK(rating IS NULL OR rating BETWEEN 1 AND 5)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaints_by_number` ON `complaints` (`number`);--> statement-breakpoint
CREATE INDEX `complaints_by_time` ON `complaints` (`registered_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_of_project` ON `complaints` (`project_id`,`registered_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_of_owner` ON `complaints` (`owner_id`,`registered_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_of_phone` ON `complaints` (`phone_index`,`registered_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_of_room` ON `complaints` (`room_id`,`registered_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_of_receiver` ON `complaints` (`first_receiver_id`,`registered_at`,`id`);--> statement-breakpoint
CREATE INDEX `complaints_by_month` ON `complaints` (`registered_on`,`project_id`);--> statement-breakpoint
CREATE INDEX `complaints_open` ON `complaints` (`next_due_at`,`id`) WHERE "complaints"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `complaints_open_of_project` ON `complaints` (`project_id`,`next_due_at`,`id`) WHERE "complaints"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `complaints_open_of_handler` ON `complaints` (`handler_id`,`next_due_at`,`id`) WHERE "complaints"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `complaints_without_echo` ON `complaints` (`project_id`,`next_due_at`,`id`) WHERE echoed_at IS NULL AND closed_at IS NULL;--> statement-breakpoint
CREATE INDEX `complaints_to_raise_first` ON `complaints` (`first_due_at`) WHERE first_handled_at IS NULL AND first_raised_at IS NULL AND closed_at IS NULL;--> statement-breakpoint
CREATE INDEX `complaints_to_raise_whole` ON `complaints` (`whole_due_at`) WHERE replied_at IS NULL AND whole_raised_at IS NULL AND closed_at IS NULL;--> statement-breakpoint
CREATE INDEX `complaints_running` ON `complaints` (`whole_started_on`) WHERE replied_at IS NULL AND closed_at IS NULL;--> statement-breakpoint
CREATE INDEX `complaints_to_revisit` ON `complaints` (`revisit_due_at`) WHERE state = 'replied' AND revisit_prompted_at IS NULL;--> statement-breakpoint
CREATE INDEX `complaints_about_fees_of_person` ON `complaints` (`person_id`) WHERE about_fees = 1 AND closed_at IS NULL;--> statement-breakpoint
CREATE INDEX `complaints_about_fees_of_room` ON `complaints` (`room_id`) WHERE about_fees = 1 AND closed_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER complaints_keep_order_of_states BEFORE UPDATE OF state ON complaints WHEN NOT (OLD.state || '>' || NEW.state IN ('registered>judged', 'judged>investigated', 'investigated>assigned', 'assigned>planned', 'planned>replied', 'replied>revisited', 'replied>reopened', 'revisited>closed', 'revisited>reopened', 'closed>reopened', 'reopened>investigated', 'reopened>planned')) BEGIN SELECT RAISE(ABORT, 'a complaint goes through its steps in order'); END;
--> statement-breakpoint
CREATE TRIGGER complaints_keep_first_receiver BEFORE UPDATE OF first_receiver_id ON complaints WHEN OLD.first_receiver_id IS NOT NULL AND NEW.first_receiver_id IS NOT OLD.first_receiver_id BEGIN SELECT RAISE(ABORT, 'the first receiver stays answerable'); END;
--> statement-breakpoint
CREATE TRIGGER complaints_keep_origin BEFORE UPDATE OF id, number, project_id, text, channel, registered_at, registered_on, registered_by, previous_id ON complaints BEGIN SELECT RAISE(ABORT, 'what was registered is not edited'); END;
--> statement-breakpoint
CREATE TRIGGER complaints_keep_all BEFORE DELETE ON complaints BEGIN SELECT RAISE(ABORT, 'a complaint is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_counters_count_up BEFORE UPDATE ON complaint_counters WHEN NEW.on_day <> OLD.on_day OR NEW.last <> OLD.last + 1 BEGIN SELECT RAISE(ABORT, 'complaint numbers follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_counters_keep_all BEFORE DELETE ON complaint_counters BEGIN SELECT RAISE(ABORT, 'complaint numbers follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_steps_keep_rows BEFORE UPDATE ON complaint_steps BEGIN SELECT RAISE(ABORT, 'complaint_steps is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_steps_keep_all BEFORE DELETE ON complaint_steps BEGIN SELECT RAISE(ABORT, 'complaint_steps is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_revisits_keep_rows BEFORE UPDATE ON complaint_revisits BEGIN SELECT RAISE(ABORT, 'complaint_revisits is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_revisits_keep_all BEFORE DELETE ON complaint_revisits BEGIN SELECT RAISE(ABORT, 'complaint_revisits is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_raises_keep_rows BEFORE UPDATE ON complaint_raises BEGIN SELECT RAISE(ABORT, 'complaint_raises is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER complaint_raises_keep_all BEFORE DELETE ON complaint_raises BEGIN SELECT RAISE(ABORT, 'complaint_raises is append-only'); END;
