CREATE TABLE `survey_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`room_id` text NOT NULL,
	`methodology` integer NOT NULL,
	`channel` text NOT NULL,
	`by_id` text NOT NULL,
	`cleanliness_expected` integer NOT NULL,
	`cleanliness_perceived` integer NOT NULL,
	`quiet_expected` integer NOT NULL,
	`quiet_perceived` integer NOT NULL,
	`warmth_expected` integer NOT NULL,
	`warmth_perceived` integer NOT NULL,
	`attentiveness_expected` integer NOT NULL,
	`attentiveness_perceived` integer NOT NULL,
	`flexibility_expected` integer NOT NULL,
	`flexibility_perceived` integer NOT NULL,
	`respect_expected` integer NOT NULL,
	`respect_perceived` integer NOT NULL,
	`all_expected` integer GENERATED ALWAYS AS (cleanliness_expected + quiet_expected + warmth_expected + attentiveness_expected + flexibility_expected + respect_expected) VIRTUAL,
	`all_perceived` integer GENERATED ALWAYS AS (cleanliness_perceived + quiet_perceived + warmth_perceived + attentiveness_perceived + flexibility_perceived + respect_perceived) VIRTUAL,
	`loyalty` integer,
	`comment` text NOT NULL,
	`named` integer NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `survey_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "survey_answers_in_scale" CHECK(cleanliness_expected BETWEEN 1 AND 5 AND cleanliness_perceived BETWEEN 1 AND 5 AND quiet_expected BETWEEN 1 AND 5 AND quiet_perceived BETWEEN 1 AND 5 AND warmth_expected BETWEEN 1 AND 5 AND warmth_perceived BETWEEN 1 AND 5 AND attentiveness_expected BETWEEN 1 AND 5 AND attentiveness_perceived BETWEEN 1 AND 5 AND flexibility_expected BETWEEN 1 AND 5 AND flexibility_perceived BETWEEN 1 AND 5 AND respect_expected BETWEEN 1 AND 5 AND respect_perceived BETWEEN 1 AND 5),
	CONSTRAINT "survey_answers_loyalty" CHECK(loyalty IS NULL OR loyalty BETWEEN 1 AND 5)
);
--> statement-breakpoint
CREATE TABLE `survey_households` (
	`round_id` text NOT NULL,
	`room_id` text NOT NULL,
	`person_id` text NOT NULL,
	`lead` integer NOT NULL,
	`invited_at` integer,
	`reminded_at` integer,
	`answer_id` text,
	`answers` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`round_id`, `room_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_households_answered` ON `survey_households` (`round_id`,`answer_id`) WHERE "survey_households"."answer_id" is not null;--> statement-breakpoint
CREATE TABLE `survey_results` (
	`round_id` text NOT NULL,
	`measure` text NOT NULL,
	`project_id` text NOT NULL,
	`period` text NOT NULL,
	`answers` integer NOT NULL,
	`x` integer NOT NULL,
	`y` integer NOT NULL,
	`xx` integer NOT NULL,
	`yy` integer NOT NULL,
	`xy` integer NOT NULL,
	`low` integer NOT NULL,
	`by_staff` integer NOT NULL,
	`loyalty_asked` integer NOT NULL,
	`loyal` integer NOT NULL,
	`index_e2` integer,
	`low_e2` integer,
	`high_e2` integer,
	`change_e2` integer,
	`change_low_e2` integer,
	`change_high_e2` integer,
	`sha256` text NOT NULL,
	PRIMARY KEY(`round_id`, `measure`),
	FOREIGN KEY (`round_id`) REFERENCES `survey_rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_results_by_period` ON `survey_results` (`period`,`project_id`);--> statement-breakpoint
CREATE INDEX `survey_results_by_project` ON `survey_results` (`project_id`,`measure`,`period`);--> statement-breakpoint
CREATE TABLE `survey_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`period` text NOT NULL,
	`methodology` integer NOT NULL,
	`households` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`remind_at` integer,
	`closes_at` integer NOT NULL,
	`reminded_at` integer,
	`closed_at` integer,
	`reckoned_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_rounds_by_project` ON `survey_rounds` (`project_id`,`period`);--> statement-breakpoint
CREATE INDEX `survey_rounds_by_period` ON `survey_rounds` (`period`,`project_id`);--> statement-breakpoint
CREATE INDEX `survey_rounds_under_way` ON `survey_rounds` (`closes_at`) WHERE "survey_rounds"."reckoned_at" is null;--> statement-breakpoint
CREATE TABLE `survey_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`enabled` integer NOT NULL,
	`open_day` integer NOT NULL,
	`close_day` integer NOT NULL,
	`remind_after_days` integer,
	`send_messages` integer NOT NULL,
	`least_answers` integer NOT NULL,
	`least_rate_e4` integer NOT NULL,
	`show_market` integer NOT NULL,
	`changed_at` integer NOT NULL,
	CONSTRAINT "survey_settings_one" CHECK(id = 1)
);
--> statement-breakpoint
CREATE TRIGGER survey_answers_keep_rows BEFORE UPDATE ON survey_answers BEGIN SELECT RAISE(ABORT, 'survey_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_answers_keep_all BEFORE DELETE ON survey_answers BEGIN SELECT RAISE(ABORT, 'survey_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_answers_while_open BEFORE INSERT ON survey_answers WHEN (SELECT closed_at FROM survey_rounds WHERE id = NEW.round_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the round is closed'); END;
--> statement-breakpoint
CREATE TRIGGER survey_households_keep_all BEFORE DELETE ON survey_households BEGIN SELECT RAISE(ABORT, 'the households of a round stay'); END;
--> statement-breakpoint
CREATE TRIGGER survey_households_keep_frame BEFORE UPDATE OF round_id, room_id, person_id, lead ON survey_households BEGIN SELECT RAISE(ABORT, 'the households of a round stay'); END;
--> statement-breakpoint
CREATE TRIGGER survey_households_while_open BEFORE UPDATE OF answer_id, answers ON survey_households WHEN (SELECT closed_at FROM survey_rounds WHERE id = OLD.round_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the round is closed'); END;
--> statement-breakpoint
CREATE TRIGGER survey_rounds_keep_terms BEFORE UPDATE OF id, project_id, period, methodology, opened_at ON survey_rounds BEGIN SELECT RAISE(ABORT, 'the terms of a round are fixed'); END;
--> statement-breakpoint
CREATE TRIGGER survey_rounds_go_forward BEFORE UPDATE OF closed_at, reckoned_at, households, closes_at ON survey_rounds WHEN OLD.reckoned_at IS NOT NULL OR OLD.closed_at IS NOT NULL AND (NEW.closed_at IS NOT OLD.closed_at OR NEW.households <> OLD.households) OR NEW.reckoned_at IS NOT NULL AND NEW.closed_at IS NULL BEGIN SELECT RAISE(ABORT, 'a round goes from open to closed to reckoned'); END;
--> statement-breakpoint
CREATE TRIGGER survey_rounds_keep_all BEFORE DELETE ON survey_rounds BEGIN SELECT RAISE(ABORT, 'a round stays'); END;
--> statement-breakpoint
CREATE TRIGGER survey_results_keep_rows BEFORE UPDATE ON survey_results BEGIN SELECT RAISE(ABORT, 'survey_results is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_results_keep_all BEFORE DELETE ON survey_results BEGIN SELECT RAISE(ABORT, 'survey_results is append-only'); END;
