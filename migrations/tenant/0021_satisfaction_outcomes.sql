CREATE TABLE `survey_outcomes` (
	`round_id` text NOT NULL,
	`measure` text NOT NULL,
	`method` integer NOT NULL,
	`project_id` text NOT NULL,
	`period` text NOT NULL,
	`persons` integer NOT NULL,
	`answered` integer NOT NULL,
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
	`change_chance_e9` integer,
	`sha256` text NOT NULL,
	PRIMARY KEY(`round_id`, `measure`, `method`),
	FOREIGN KEY (`round_id`) REFERENCES `survey_rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_outcomes_by_period` ON `survey_outcomes` (`period`,`method`,`project_id`);--> statement-breakpoint
CREATE INDEX `survey_outcomes_by_project` ON `survey_outcomes` (`project_id`,`measure`,`method`,`period`);
--> statement-breakpoint
CREATE TRIGGER survey_outcomes_keep_rows BEFORE UPDATE ON survey_outcomes BEGIN SELECT RAISE(ABORT, 'survey_outcomes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER survey_outcomes_keep_all BEFORE DELETE ON survey_outcomes BEGIN SELECT RAISE(ABORT, 'survey_outcomes is append-only'); END;
