CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`subject_id` text NOT NULL,
	`project_id` text,
	`detail_json` text NOT NULL,
	`request_id` text NOT NULL,
	`sha256` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_by_time` ON `audit_log` (`at`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_log_by_subject` ON `audit_log` (`subject_id`,`at`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_log_by_actor` ON `audit_log` (`actor_id`,`at`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_log_by_action` ON `audit_log` (`action`,`at`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_seals` (
	`last_seq` integer PRIMARY KEY NOT NULL,
	`entries` integer NOT NULL,
	`sha256` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `companies` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`state_reason` text,
	`zone` text DEFAULT 'Asia/Shanghai' NOT NULL,
	`locale` text DEFAULT 'zh-CN' NOT NULL,
	`database_kind` text NOT NULL,
	`database_url` text,
	`database_namespace` text,
	`database_token_sealed` text,
	`schema_tag` text,
	`schema_sent_tag` text DEFAULT '' NOT NULL,
	`schema_failure` text,
	`provisioning_step` text,
	`provisioning_failure` text,
	`size_bytes` integer,
	`size_measured_at` integer,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `companies_by_slug` ON `companies` (`slug`);--> statement-breakpoint
CREATE INDEX `companies_by_state` ON `companies` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `companies_to_migrate` ON `companies` (`schema_sent_tag`) WHERE state IN ('active', 'suspended');--> statement-breakpoint
CREATE TABLE `dead_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	`body_json` text NOT NULL,
	`at` integer NOT NULL,
	`resent_at` integer
);
--> statement-breakpoint
CREATE INDEX `dead_jobs_waiting` ON `dead_jobs` (`resent_at`,`id`);--> statement-breakpoint
CREATE TABLE `_expect` (
	`id` integer PRIMARY KEY NOT NULL,
	`ok` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `hosts` (
	`host` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `operator_sessions` (
	`token_sha256` text PRIMARY KEY NOT NULL,
	`operator_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`operator_id`) REFERENCES `operators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `operator_sign_in_failures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email_index` text NOT NULL,
	`ip_index` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `operator_sign_in_failures_by_email` ON `operator_sign_in_failures` (`email_index`,`at`);--> statement-breakpoint
CREATE INDEX `operator_sign_in_failures_by_ip` ON `operator_sign_in_failures` (`ip_index`,`at`);--> statement-breakpoint
CREATE TABLE `operators` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `operators_by_email` ON `operators` (`email`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`payload_json` text NOT NULL,
	`at` integer NOT NULL,
	`done_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer DEFAULT 0 NOT NULL,
	`failure` text
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`done_at`,`not_before`);--> statement-breakpoint
CREATE TABLE `_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`verb` text NOT NULL,
	`actor_id` text NOT NULL,
	`input_sha256` text NOT NULL,
	`answer_json` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `schedules` (
	`company_id` text NOT NULL,
	`job` text NOT NULL,
	`due_at` integer NOT NULL,
	`sent_at` integer,
	`woken_at` integer,
	PRIMARY KEY(`company_id`, `job`),
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `schedules_due` ON `schedules` (`due_at`);--> statement-breakpoint
CREATE TABLE `signups` (
	`id` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`name_sealed` text,
	`phone_sealed` text,
	`password_hash` text,
	`phone_index` text NOT NULL,
	`ip_index` text NOT NULL,
	`created_at` integer NOT NULL,
	`handover_sha256` text,
	`handover_expires_at` integer,
	`handed_over_at` integer,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `signups_by_company` ON `signups` (`company_id`);--> statement-breakpoint
CREATE INDEX `signups_by_phone` ON `signups` (`phone_index`,`created_at`);--> statement-breakpoint
CREATE INDEX `signups_by_ip` ON `signups` (`ip_index`,`created_at`);
--> statement-breakpoint
CREATE TRIGGER audit_log_keeps_entries BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_log_keeps_all BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_seals_keep_hashes BEFORE UPDATE ON audit_seals BEGIN SELECT RAISE(ABORT, 'audit_seals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_seals_keep_all BEFORE DELETE ON audit_seals BEGIN SELECT RAISE(ABORT, 'audit_seals is append-only'); END;
