CREATE TABLE `bill_run_parts` (
	`seq` integer NOT NULL,
	`target_id` text NOT NULL,
	`tariff_id` text NOT NULL,
	`price_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`days` integer NOT NULL,
	`quantity_e2` integer NOT NULL,
	`payer` text,
	`liable` text,
	`whole_days` integer NOT NULL,
	`whole_fen` integer NOT NULL,
	`amount_fen` integer NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE TABLE `room_areas` (
	`room_id` text NOT NULL,
	`from_on` text,
	`to_on` text NOT NULL,
	`area_e2` integer,
	PRIMARY KEY(`room_id`, `to_on`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "room_areas_in_order" CHECK(from_on IS NULL OR to_on >= from_on)
);
--> statement-breakpoint
ALTER TABLE `tariff_scopes` ADD `beside` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `rooms` ADD `area_from_on` text;
--> statement-breakpoint
CREATE TRIGGER rooms_keep_earlier_areas AFTER UPDATE OF area_e2, area_from_on ON rooms WHEN NEW.area_from_on IS NOT OLD.area_from_on BEGIN
  DELETE FROM room_areas WHERE room_id = NEW.id AND (NEW.area_from_on IS NULL OR from_on >= NEW.area_from_on);
  UPDATE room_areas SET to_on = date(NEW.area_from_on, '-1 day') WHERE room_id = NEW.id AND to_on >= NEW.area_from_on;
  INSERT INTO room_areas (room_id, from_on, to_on, area_e2) SELECT OLD.id, OLD.area_from_on, date(NEW.area_from_on, '-1 day'), OLD.area_e2
    WHERE coalesce(OLD.area_from_on, '') < NEW.area_from_on;
END;
