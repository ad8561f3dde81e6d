ALTER TABLE `tariffs` ADD `surcharge` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- What was said to be charged beside others of all that it is for is a surcharge: of all its scopes, whatever days of their
-- places that touched; of all its places, where it has no scopes. Where that was said of some only, it stays a charge like
-- others: such places stand in the list of those charged twice, for people to decide.
UPDATE tariffs SET surcharge = 1 WHERE fee_item <> 'other' AND coalesce(
  (SELECT min(beside) FROM tariff_scopes s WHERE s.project_id = tariffs.project_id AND s.tariff_id = tariffs.id AND NOT s.excluded),
  (SELECT min(beside) FROM tariff_assignments a WHERE a.tariff_id = tariffs.id)) = 1;
