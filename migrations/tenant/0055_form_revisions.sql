ALTER TABLE `projects` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `parking_spaces` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `rooms` ADD `revision` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE TRIGGER projects_revised AFTER UPDATE OF name, type, service_mode, price_regime, address, phone ON projects WHEN (NEW.name, NEW.type, NEW.service_mode, NEW.price_regime, NEW.address, NEW.phone) IS NOT (OLD.name, OLD.type, OLD.service_mode, OLD.price_regime, OLD.address, OLD.phone) BEGIN UPDATE projects SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER rooms_revised AFTER UPDATE OF floor, layout, built_area_e2, inner_area_e2, area_e2, area_from_on, use, state, handed_over_on, remark ON rooms WHEN (NEW.floor, NEW.layout, NEW.built_area_e2, NEW.inner_area_e2, NEW.area_e2, NEW.area_from_on, NEW.use, NEW.state, NEW.handed_over_on, NEW.remark) IS NOT (OLD.floor, OLD.layout, OLD.built_area_e2, OLD.inner_area_e2, OLD.area_e2, OLD.area_from_on, OLD.use, OLD.state, OLD.handed_over_on, OLD.remark) BEGIN UPDATE rooms SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER parking_spaces_revised AFTER UPDATE OF kind, tenure, area_e2 ON parking_spaces WHEN (NEW.kind, NEW.tenure, NEW.area_e2) IS NOT (OLD.kind, OLD.tenure, OLD.area_e2) BEGIN UPDATE parking_spaces SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
-- Phones and the number of a document are written anew or not at all, so that no form puts back those of before.
CREATE TRIGGER people_revised AFTER UPDATE OF name, kind, gender, number, remark ON people WHEN (NEW.name, NEW.kind, NEW.gender, NEW.number, NEW.remark) IS NOT (OLD.name, OLD.kind, OLD.gender, OLD.number, OLD.remark) BEGIN UPDATE people SET revision = revision + 1 WHERE id = NEW.id; END;
