CREATE TABLE `common_places` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`building_id` text,
	`unit_id` text,
	`floor` integer,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`standing_key` text NOT NULL,
	`sort_key` text NOT NULL,
	`retired_at` integer,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`parent_id` text GENERATED ALWAYS AS (coalesce(unit_id, building_id, project_id)) VIRTUAL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`building_id`) REFERENCES `buildings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "common_places_unit_of_building" CHECK(unit_id IS NULL OR building_id IS NOT NULL)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `common_places_by_name` ON `common_places` (`parent_id`,`key`) WHERE retired_at IS NULL;--> statement-breakpoint
CREATE INDEX `common_places_in_order` ON `common_places` (`project_id`,`standing_key`,`sort_key`,`id`);
--> statement-breakpoint
CREATE TRIGGER common_places_keep_all BEFORE DELETE ON common_places BEGIN SELECT RAISE(ABORT, 'a common place is not deleted: take it out of use'); END;
--> statement-breakpoint
CREATE TRIGGER common_places_of_buildings AFTER UPDATE OF sort_key ON buildings WHEN NEW.sort_key <> OLD.sort_key BEGIN UPDATE common_places SET standing_key = NEW.sort_key || coalesce(' ' || (SELECT sort_key FROM units WHERE id = common_places.unit_id), '') WHERE project_id = NEW.project_id AND building_id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER common_places_of_units AFTER UPDATE OF sort_key ON units WHEN NEW.sort_key <> OLD.sort_key BEGIN UPDATE common_places SET standing_key = (SELECT sort_key FROM buildings WHERE id = NEW.building_id) || ' ' || NEW.sort_key WHERE parent_id = NEW.id; END;
