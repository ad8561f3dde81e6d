CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`template` text,
	`revision` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `roles_by_name` ON `roles` (`name`) WHERE retired_at IS NULL;--> statement-breakpoint
CREATE TABLE `role_assignments` (
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text NOT NULL,
	PRIMARY KEY(`staff_id`, `role`, `scope_kind`, `scope_id`)
);
--> statement-breakpoint
CREATE INDEX `role_assignments_by_scope` ON `role_assignments` (`scope_kind`,`scope_id`,`role`);--> statement-breakpoint
CREATE INDEX `role_assignments_by_role` ON `role_assignments` (`role`,`staff_id`);--> statement-breakpoint
CREATE TABLE `role_permissions` (
	`role_id` text NOT NULL,
	`permission` text NOT NULL,
	PRIMARY KEY(`role_id`, `permission`),
	FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_permissions_by_permission` ON `role_permissions` (`permission`,`role_id`);--> statement-breakpoint
INSERT INTO `role_assignments` (`staff_id`, `role`, `scope_kind`, `scope_id`) SELECT `staff_id`, `role`, iif(`project_id` IS NULL, 'company', 'project'), coalesce(`project_id`, '') FROM `staff_assignments`;
--> statement-breakpoint
DROP TABLE `staff_assignments`;
--> statement-breakpoint
-- For the code before, which knows the company and projects alone: what is held in another scope looks to it like a project that is not there, and lets it do nothing.
CREATE VIEW staff_assignments AS SELECT staff_id, role, iif(scope_kind = 'company', NULL, scope_id) AS project_id FROM role_assignments;
--> statement-breakpoint
CREATE TRIGGER staff_assignments_of_the_code_before INSTEAD OF INSERT ON staff_assignments BEGIN INSERT INTO role_assignments (staff_id, role, scope_kind, scope_id) VALUES (NEW.staff_id, NEW.role, iif(NEW.project_id IS NULL, 'company', 'project'), coalesce(NEW.project_id, '')); END;
--> statement-breakpoint
CREATE TRIGGER staff_assignments_gone_by_the_code_before INSTEAD OF DELETE ON staff_assignments BEGIN DELETE FROM role_assignments WHERE staff_id = OLD.staff_id AND role = OLD.role AND iif(scope_kind = 'company', NULL, scope_id) IS OLD.project_id; END;
--> statement-breakpoint
CREATE TRIGGER roles_keep_all BEFORE DELETE ON roles BEGIN SELECT RAISE(ABORT, 'a role is retired, not deleted'); END;
