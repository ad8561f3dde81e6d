CREATE TABLE `scope_followers` (
	`target_id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
-- Each run brings all places of its project under its scopes: those that were there at the last one have been.
INSERT INTO `scope_followers` (`target_id`) SELECT t.id FROM (SELECT id, project_id, created_at FROM rooms UNION ALL SELECT id, project_id, created_at FROM parking_spaces) AS t WHERE t.created_at <= (SELECT max(created_at) FROM bill_runs r WHERE r.project_id = t.project_id) AND t.created_at >= (SELECT min(created_at) FROM tariff_scopes s WHERE s.project_id = t.project_id);
