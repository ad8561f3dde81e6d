ALTER TABLE `complaint_categories` ADD `service_line` text;--> statement-breakpoint
ALTER TABLE `survey_questions` ADD `service_line` text;--> statement-breakpoint
-- Categories of the first level that came with the product; below it the line is that of the category above. What a company
-- added itself nobody can guess: it stays empty and is shown as not chosen yet.
UPDATE `complaint_categories` SET `service_line` = CASE
  WHEN code IN ('facilities', 'air_conditioning', 'lighting', 'water', 'power', 'lift') THEN 'building_equipment'
  WHEN code IN ('building_quality', 'renovation') THEN 'building_fabric'
  WHEN code = 'vehicles' THEN 'traffic'
  WHEN code = 'incidents' THEN 'security'
  ELSE 'customer_service' END WHERE parent_id IS NULL AND code IS NOT NULL;--> statement-breakpoint
-- What was asked stays; whose work it asks about is said now. Loyalty is about the whole.
DROP TRIGGER survey_questions_keep_rows;--> statement-breakpoint
UPDATE `survey_questions` SET `service_line` = CASE code WHEN 'cleanliness' THEN 'cleaning' WHEN 'quiet' THEN 'security' ELSE 'customer_service' END WHERE methodology = 1 AND code <> 'loyalty';--> statement-breakpoint
CREATE TRIGGER survey_questions_keep_rows BEFORE UPDATE ON survey_questions BEGIN SELECT RAISE(ABORT, 'what was asked stays'); END;
