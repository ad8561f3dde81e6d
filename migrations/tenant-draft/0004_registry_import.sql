CREATE TABLE `import_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`state` text NOT NULL,
	`counts_json` text NOT NULL,
	`tables_json` text NOT NULL,
	`errors` integer NOT NULL,
	`warnings` integer NOT NULL,
	`notes` integer NOT NULL,
	`parts` integer NOT NULL,
	`parts_done` integer DEFAULT 0 NOT NULL,
	`applied_before` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`confirmed_at` integer,
	`confirmed_by` text,
	`applied_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_jobs_by_project` ON `import_jobs` (`project_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `import_parts` (
	`import_id` text NOT NULL,
	`kind` text NOT NULL,
	`seq` integer NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`import_id`, `kind`, `seq`),
	FOREIGN KEY (`import_id`) REFERENCES `import_jobs`(`id`) ON UPDATE no action ON DELETE no action
);
