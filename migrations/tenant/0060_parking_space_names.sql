-- The form of a parking space holds its lot and code too: they count, whoever changes them.
DROP TRIGGER parking_spaces_revised;
--> statement-breakpoint
CREATE TRIGGER parking_spaces_revised AFTER UPDATE OF lot, code, kind, tenure, area_e2 ON parking_spaces WHEN (NEW.lot, NEW.code, NEW.kind, NEW.tenure, NEW.area_e2) IS NOT (OLD.lot, OLD.code, OLD.kind, OLD.tenure, OLD.area_e2) BEGIN UPDATE parking_spaces SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
-- An import is confirmed by the spaces that have its codes, whatever lots they get.
DELETE FROM import_parts WHERE kind = 'lots';
