-- A complaint at a common place may know the room of the owner who tells of it: it is at the common place all the same.
DROP INDEX complaints_of_place;--> statement-breakpoint
ALTER TABLE `complaints` DROP COLUMN `place_id`;--> statement-breakpoint
ALTER TABLE `complaints` ADD `place_id` text GENERATED ALWAYS AS (coalesce(common_place_id, parking_space_id, room_id)) VIRTUAL;--> statement-breakpoint
CREATE INDEX `complaints_of_place` ON `complaints` (`place_id`,`registered_at`,`id`) WHERE place_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `areas` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `common_places` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `fee_items` ADD `revision` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- Whatever changes what a form holds is counted here, so that nothing can forget to: a form that was opened before is refused.
CREATE TRIGGER fee_items_revised AFTER UPDATE OF name, receipt_name, invoice_name, tax_code, tax_rate_e4, tax_included, whose_money, account, settle_order, target_kinds, exclusive, guided, charged_by, retired_at ON fee_items WHEN (NEW.name, NEW.receipt_name, NEW.invoice_name, NEW.tax_code, NEW.tax_rate_e4, NEW.tax_included, NEW.whose_money, NEW.account, NEW.settle_order, NEW.target_kinds, NEW.exclusive, NEW.guided, NEW.charged_by, NEW.retired_at) IS NOT (OLD.name, OLD.receipt_name, OLD.invoice_name, OLD.tax_code, OLD.tax_rate_e4, OLD.tax_included, OLD.whose_money, OLD.account, OLD.settle_order, OLD.target_kinds, OLD.exclusive, OLD.guided, OLD.charged_by, OLD.retired_at) BEGIN UPDATE fee_items SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER common_places_revised AFTER UPDATE OF building_id, unit_id, floor, kind, name, retired_at ON common_places WHEN (NEW.building_id, NEW.unit_id, NEW.floor, NEW.kind, NEW.name, NEW.retired_at) IS NOT (OLD.building_id, OLD.unit_id, OLD.floor, OLD.kind, OLD.name, OLD.retired_at) BEGIN UPDATE common_places SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER areas_revised AFTER UPDATE OF name, closed_on ON areas WHEN (NEW.name, NEW.closed_on) IS NOT (OLD.name, OLD.closed_on) BEGIN UPDATE areas SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
-- What joins an area leaves those that have it, without a row of theirs being touched: it counts for them too.
CREATE TRIGGER area_places_revise AFTER INSERT ON area_places BEGIN UPDATE areas SET revision = revision + 1 WHERE id IN (SELECT area_id FROM area_places WHERE kind = NEW.kind AND place_id = NEW.place_id); END;
--> statement-breakpoint
CREATE TRIGGER area_places_revise_again AFTER UPDATE OF area_id ON area_places WHEN NEW.area_id IS NOT OLD.area_id BEGIN UPDATE areas SET revision = revision + 1 WHERE id = OLD.area_id OR id IN (SELECT area_id FROM area_places WHERE kind = NEW.kind AND place_id = NEW.place_id); END;
--> statement-breakpoint
CREATE TRIGGER area_places_revise_last AFTER DELETE ON area_places BEGIN UPDATE areas SET revision = revision + 1 WHERE id = OLD.area_id OR id IN (SELECT area_id FROM area_places WHERE kind = OLD.kind AND place_id = OLD.place_id); END;
--> statement-breakpoint
CREATE TRIGGER area_stewards_revise AFTER INSERT ON area_stewards BEGIN UPDATE areas SET revision = revision + 1 WHERE id = NEW.area_id; END;
--> statement-breakpoint
CREATE TRIGGER area_stewards_revise_again AFTER UPDATE OF steward_id, stand_in_id ON area_stewards WHEN (NEW.steward_id, NEW.stand_in_id) IS NOT (OLD.steward_id, OLD.stand_in_id) BEGIN UPDATE areas SET revision = revision + 1 WHERE id = NEW.area_id; END;
--> statement-breakpoint
CREATE TRIGGER area_stewards_revise_last AFTER DELETE ON area_stewards BEGIN UPDATE areas SET revision = revision + 1 WHERE id = OLD.area_id; END;
--> statement-breakpoint
-- A kind of place that a tariff in use charges by an item stays one of the item's.
CREATE TRIGGER fee_items_keep_kinds BEFORE UPDATE OF target_kinds ON fee_items WHEN EXISTS (SELECT 1 FROM tariffs WHERE fee_item = OLD.id AND state = 'active' AND CASE basis WHEN 'parking_space' THEN 'parking' ELSE 'room' END IN (SELECT value FROM json_each(OLD.target_kinds) WHERE value NOT IN (SELECT value FROM json_each(NEW.target_kinds)))) BEGIN SELECT RAISE(ABORT, 'tariffs in use charge this item to such places'); END;
