ALTER TABLE `tariff_scopes` ADD `yields` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- To the code before, what is taken out of a scope is a scope: dated after any place, it charges none, and takes its places out of wider ones.
UPDATE tariff_scopes SET created_at = 9007199254740991 WHERE excluded;
