DROP INDEX `complaints_to_raise_first`;--> statement-breakpoint
DROP INDEX `complaints_to_raise_whole`;--> statement-breakpoint
ALTER TABLE `complaints` ADD `first_rung` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `complaints` ADD `whole_rung` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `complaints_to_raise_first` ON `complaints` (`first_rung`,`first_due_at`) WHERE first_handled_at IS NULL AND closed_at IS NULL;--> statement-breakpoint
CREATE INDEX `complaints_to_raise_whole` ON `complaints` (`whole_rung`,`whole_due_at`) WHERE replied_at IS NULL AND closed_at IS NULL;
--> statement-breakpoint
UPDATE complaints SET first_rung = first_raised_at IS NOT NULL, whole_rung = whole_raised_at IS NOT NULL
  WHERE first_raised_at IS NOT NULL OR whole_raised_at IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER complaints_rungs_of_the_code_before AFTER UPDATE OF first_raised_at, whole_raised_at ON complaints
  WHEN NEW.first_raised_at IS NOT OLD.first_raised_at OR NEW.whole_raised_at IS NOT OLD.whole_raised_at
  BEGIN UPDATE complaints SET first_rung = iif(NEW.first_raised_at IS NULL, 0, max(first_rung, 1)),
    whole_rung = iif(NEW.whole_raised_at IS NULL, 0, max(whole_rung, 1)) WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER complaints_raised_for_the_code_before AFTER UPDATE OF first_rung, whole_rung ON complaints
  WHEN NEW.first_rung <> OLD.first_rung OR NEW.whole_rung <> OLD.whole_rung
  BEGIN UPDATE complaints SET first_raised_at = iif(NEW.first_rung = 0, NULL, coalesce(first_raised_at, changed_at)),
    whole_raised_at = iif(NEW.whole_rung = 0, NULL, coalesce(whole_raised_at, changed_at)) WHERE id = NEW.id; END;
