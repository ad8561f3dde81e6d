-- A key counts for the actor who names it, and the product's keys are its own: nobody can take one that another will
-- need. Whose a key of before was is told by the actor's id; jobs and providers used only the product's.
-- What clients sent was kept as a plain hash, from which a phone number is found by trying all: it is cleared. A request
-- of before that comes again still gets its answer, when verb and actor are the same.
CREATE TABLE `__new__requests` (
	`scope` text DEFAULT '' NOT NULL,
	`id` text NOT NULL,
	`verb` text NOT NULL,
	`actor_id` text NOT NULL,
	`input_sha256` text,
	`answer_json` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`scope`, `id`)
);
--> statement-breakpoint
INSERT INTO `__new__requests` (scope, id, verb, actor_id, input_sha256, answer_json, at)
SELECT CASE substr(actor_id, 1, 4) WHEN 'stf_' THEN 'staff ' || actor_id WHEN 'ownr' THEN 'owner ' || actor_id ELSE 'product' END, CASE WHEN substr(actor_id, 1, 4) IN ('stf_', 'ownr') THEN id ELSE verb || ' ' || id END, verb, actor_id, NULL, answer_json, at FROM `_requests`;
--> statement-breakpoint
DROP TABLE `_requests`;
--> statement-breakpoint
ALTER TABLE `__new__requests` RENAME TO `_requests`;
--> statement-breakpoint
-- While a deployment is under way, code of before goes on writing for a while, and knows no scope.
CREATE TRIGGER requests_without_scope AFTER INSERT ON `_requests` WHEN NEW.scope = '' BEGIN UPDATE `_requests` SET scope = CASE substr(actor_id, 1, 4) WHEN 'stf_' THEN 'staff ' || actor_id WHEN 'ownr' THEN 'owner ' || actor_id ELSE 'product' END, id = CASE WHEN substr(actor_id, 1, 4) IN ('stf_', 'ownr') THEN id ELSE verb || ' ' || id END, input_sha256 = NULL WHERE scope = '' AND id = NEW.id; END;
--> statement-breakpoint
ALTER TABLE `payment_exceptions` ADD `failure` text;
