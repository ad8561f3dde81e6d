ALTER TABLE `tariffs` ADD `surcharge` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- What was said to be charged beside others wherever it is charged is a surcharge. Where that was said of some places or days
-- only, it stays a charge like others: such places stand in the list of those charged twice, for people to decide.
UPDATE tariffs SET surcharge = 1 WHERE fee_item <> 'other'
  AND id IN (SELECT tariff_id FROM tariff_assignments GROUP BY tariff_id HAVING min(beside) = 1)
  AND NOT EXISTS (SELECT 1 FROM tariff_scopes s WHERE s.project_id = tariffs.project_id AND s.tariff_id = tariffs.id AND NOT s.excluded AND NOT s.beside);
