ALTER TABLE `import_jobs` ADD `runs` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import_jobs` ADD `failure` text;--> statement-breakpoint
ALTER TABLE `import_jobs` ADD `failed_stage` text;--> statement-breakpoint
ALTER TABLE `import_jobs` ADD `open_questions` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import_jobs` ADD `questions_json` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_jobs` ADD `layout` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `import_jobs_by_layout` ON `import_jobs` (`project_id`,`layout`,`created_at`);
--> statement-breakpoint
UPDATE `import_jobs` SET `runs` = 1 WHERE `state` IN ('applying', 'applied');--> statement-breakpoint
-- Imports that nothing applies any more held up all later ones of their project: they can be dropped or tried again now.
UPDATE `import_jobs` SET `state` = 'failed', `failure` = 'registry_import.refused' WHERE `state` = 'applying' AND EXISTS (
  SELECT 1 FROM `outbox` WHERE `type` = 'registry_import.confirmed' AND `done_at` IS NOT NULL AND `failure` IS NOT NULL
    AND json_extract(`payload_json`, '$.importId') = `import_jobs`.`id`);
