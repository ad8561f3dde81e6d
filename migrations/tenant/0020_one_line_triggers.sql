-- A dump is loaded statement by statement, and sqld takes a line that ends with a semicolon for the end of one: with this
-- trigger on several lines, no backup of a company could be restored.
DROP TRIGGER rooms_keep_earlier_areas;
--> statement-breakpoint
CREATE TRIGGER rooms_keep_earlier_areas AFTER UPDATE OF area_e2, area_from_on ON rooms WHEN NEW.area_from_on IS NOT OLD.area_from_on BEGIN DELETE FROM room_areas WHERE room_id = NEW.id AND (NEW.area_from_on IS NULL OR from_on >= NEW.area_from_on); UPDATE room_areas SET to_on = date(NEW.area_from_on, '-1 day') WHERE room_id = NEW.id AND to_on >= NEW.area_from_on; INSERT INTO room_areas (room_id, from_on, to_on, area_e2) SELECT OLD.id, OLD.area_from_on, date(NEW.area_from_on, '-1 day'), OLD.area_e2 WHERE coalesce(OLD.area_from_on, '') < NEW.area_from_on; END;
