CREATE INDEX `rooms_by_canonical_number` ON `rooms` (`project_id`, substr(`key`, instr(`key`, '|') + 1 + instr(substr(`key`, instr(`key`, '|') + 1), '|')));
--> statement-breakpoint
-- 0802 and 802 are one room (registry/room-name.ts, canonicalCode): leading zeros of each number go, / _ ~ become -.
-- Where two are on record by now, the second keeps its key, which no import and no form finds again; both stay.
UPDATE OR IGNORE `rooms` SET `key` = w.done FROM (
  WITH RECURSIVE walk(id, rest, done, digit) AS (
    SELECT id, replace(replace(replace(`key`, '/', '-'), '_', '-'), '~', '-'), '', 0 FROM `rooms`
    UNION ALL
    SELECT id, substr(rest, 2),
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN done ELSE done || substr(rest, 1, 1) END,
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN 0 ELSE rest GLOB '[0-9]*' END
    FROM walk WHERE rest <> '')
  SELECT id, done FROM walk WHERE rest = '') AS w WHERE w.id = `rooms`.`id` AND w.done <> `rooms`.`key`;
--> statement-breakpoint
UPDATE OR IGNORE `parking_spaces` SET `key` = w.done FROM (
  WITH RECURSIVE walk(id, rest, done, digit) AS (
    SELECT id, replace(replace(replace(`key`, '/', '-'), '_', '-'), '~', '-'), '', 0 FROM `parking_spaces`
    UNION ALL
    SELECT id, substr(rest, 2),
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN done ELSE done || substr(rest, 1, 1) END,
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN 0 ELSE rest GLOB '[0-9]*' END
    FROM walk WHERE rest <> '')
  SELECT id, done FROM walk WHERE rest = '') AS w WHERE w.id = `parking_spaces`.`id` AND w.done <> `parking_spaces`.`key`;
--> statement-breakpoint
UPDATE OR IGNORE `buildings` SET `key` = w.done FROM (
  WITH RECURSIVE walk(id, rest, done, digit) AS (
    SELECT id, replace(replace(replace(`key`, '/', '-'), '_', '-'), '~', '-'), '', 0 FROM `buildings`
    UNION ALL
    SELECT id, substr(rest, 2),
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN done ELSE done || substr(rest, 1, 1) END,
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN 0 ELSE rest GLOB '[0-9]*' END
    FROM walk WHERE rest <> '')
  SELECT id, done FROM walk WHERE rest = '') AS w WHERE w.id = `buildings`.`id` AND w.done <> `buildings`.`key`;
