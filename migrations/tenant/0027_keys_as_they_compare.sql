DROP INDEX `rooms_by_number`;
--> statement-breakpoint
-- Keys as the product compares today (registry/room-name.ts), for what was keyed by rules of before. Where two are one by
-- now, the second keeps its key; both stay, and a list shows them. First what migration 0024 left: dashes, dots and marks
-- that nobody sees.
UPDATE OR IGNORE `buildings` SET `key` = w.done FROM (
  WITH RECURSIVE fold(id, rest, done) AS (
    SELECT id, `key`, '' FROM `buildings` WHERE `key` GLOB '*[' || char(173) || char(8203) || '-' || char(8213) || char(8226) || char(8231) || char(8234) || '-' || char(8238) || char(8288) || '-' || char(8303) || char(8722) || char(8729) || char(8901) || char(12539) || char(65024) || '-' || char(65039) || char(65279) || ']*'
    UNION ALL
    SELECT id, substr(rest, 2), done || CASE
      WHEN unicode(rest) BETWEEN 8208 AND 8213 OR unicode(rest) = 8722 THEN '-'
      WHEN unicode(rest) IN (8226, 8231, 8729, 8901, 12539) THEN char(183)
      WHEN unicode(rest) IN (173, 65279) OR unicode(rest) BETWEEN 8203 AND 8207 OR unicode(rest) BETWEEN 8234 AND 8238
        OR unicode(rest) BETWEEN 8288 AND 8303 OR unicode(rest) BETWEEN 65024 AND 65039 THEN ''
      ELSE substr(rest, 1, 1) END
    FROM fold WHERE rest <> ''),
  walk(id, rest, done, digit) AS (
    SELECT id, replace(replace(replace(done, '/', '-'), '_', '-'), '~', '-'), '', 0 FROM fold WHERE rest = ''
    UNION ALL
    SELECT id, substr(rest, 2),
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN done ELSE done || substr(rest, 1, 1) END,
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN 0 ELSE rest GLOB '[0-9]*' END
    FROM walk WHERE rest <> '')
  SELECT id, done FROM walk WHERE rest = '') AS w WHERE w.id = `buildings`.`id` AND w.done <> `buildings`.`key`;
--> statement-breakpoint
UPDATE OR IGNORE `units` SET `key` = w.done FROM (
  WITH RECURSIVE fold(id, rest, done) AS (
    SELECT id, `key`, '' FROM `units` WHERE `key` GLOB '*[' || char(173) || char(8203) || '-' || char(8213) || char(8226) || char(8231) || char(8234) || '-' || char(8238) || char(8288) || '-' || char(8303) || char(8722) || char(8729) || char(8901) || char(12539) || char(65024) || '-' || char(65039) || char(65279) || ']*'
    UNION ALL
    SELECT id, substr(rest, 2), done || CASE
      WHEN unicode(rest) BETWEEN 8208 AND 8213 OR unicode(rest) = 8722 THEN '-'
      WHEN unicode(rest) IN (8226, 8231, 8729, 8901, 12539) THEN char(183)
      WHEN unicode(rest) IN (173, 65279) OR unicode(rest) BETWEEN 8203 AND 8207 OR unicode(rest) BETWEEN 8234 AND 8238
        OR unicode(rest) BETWEEN 8288 AND 8303 OR unicode(rest) BETWEEN 65024 AND 65039 THEN ''
      ELSE substr(rest, 1, 1) END
    FROM fold WHERE rest <> ''),
  walk(id, rest, done, digit) AS (
    SELECT id, replace(replace(replace(done, '/', '-'), '_', '-'), '~', '-'), '', 0 FROM fold WHERE rest = ''
    UNION ALL
    SELECT id, substr(rest, 2),
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN done ELSE done || substr(rest, 1, 1) END,
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN 0 ELSE rest GLOB '[0-9]*' END
    FROM walk WHERE rest <> '')
  SELECT id, done FROM walk WHERE rest = '') AS w WHERE w.id = `units`.`id` AND w.done <> `units`.`key`;
--> statement-breakpoint
UPDATE OR IGNORE `rooms` SET `key` = w.done FROM (
  WITH RECURSIVE fold(id, rest, done) AS (
    SELECT id, `key`, '' FROM `rooms` WHERE `key` GLOB '*[' || char(173) || char(8203) || '-' || char(8213) || char(8226) || char(8231) || char(8234) || '-' || char(8238) || char(8288) || '-' || char(8303) || char(8722) || char(8729) || char(8901) || char(12539) || char(65024) || '-' || char(65039) || char(65279) || ']*'
    UNION ALL
    SELECT id, substr(rest, 2), done || CASE
      WHEN unicode(rest) BETWEEN 8208 AND 8213 OR unicode(rest) = 8722 THEN '-'
      WHEN unicode(rest) IN (8226, 8231, 8729, 8901, 12539) THEN char(183)
      WHEN unicode(rest) IN (173, 65279) OR unicode(rest) BETWEEN 8203 AND 8207 OR unicode(rest) BETWEEN 8234 AND 8238
        OR unicode(rest) BETWEEN 8288 AND 8303 OR unicode(rest) BETWEEN 65024 AND 65039 THEN ''
      ELSE substr(rest, 1, 1) END
    FROM fold WHERE rest <> ''),
  walk(id, rest, done, digit) AS (
    SELECT id, replace(replace(replace(done, '/', '-'), '_', '-'), '~', '-'), '', 0 FROM fold WHERE rest = ''
    UNION ALL
    SELECT id, substr(rest, 2),
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN done ELSE done || substr(rest, 1, 1) END,
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN 0 ELSE rest GLOB '[0-9]*' END
    FROM walk WHERE rest <> '')
  SELECT id, done FROM walk WHERE rest = '') AS w WHERE w.id = `rooms`.`id` AND w.done <> `rooms`.`key`;
--> statement-breakpoint
UPDATE OR IGNORE `parking_spaces` SET `key` = w.done FROM (
  WITH RECURSIVE fold(id, rest, done) AS (
    SELECT id, `key`, '' FROM `parking_spaces` WHERE `key` GLOB '*[' || char(173) || char(8203) || '-' || char(8213) || char(8226) || char(8231) || char(8234) || '-' || char(8238) || char(8288) || '-' || char(8303) || char(8722) || char(8729) || char(8901) || char(12539) || char(65024) || '-' || char(65039) || char(65279) || ']*'
    UNION ALL
    SELECT id, substr(rest, 2), done || CASE
      WHEN unicode(rest) BETWEEN 8208 AND 8213 OR unicode(rest) = 8722 THEN '-'
      WHEN unicode(rest) IN (8226, 8231, 8729, 8901, 12539) THEN char(183)
      WHEN unicode(rest) IN (173, 65279) OR unicode(rest) BETWEEN 8203 AND 8207 OR unicode(rest) BETWEEN 8234 AND 8238
        OR unicode(rest) BETWEEN 8288 AND 8303 OR unicode(rest) BETWEEN 65024 AND 65039 THEN ''
      ELSE substr(rest, 1, 1) END
    FROM fold WHERE rest <> ''),
  walk(id, rest, done, digit) AS (
    SELECT id, replace(replace(replace(done, '/', '-'), '_', '-'), '~', '-'), '', 0 FROM fold WHERE rest = ''
    UNION ALL
    SELECT id, substr(rest, 2),
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN done ELSE done || substr(rest, 1, 1) END,
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN 0 ELSE rest GLOB '[0-9]*' END
    FROM walk WHERE rest <> '')
  SELECT id, done FROM walk WHERE rest = '') AS w WHERE w.id = `parking_spaces`.`id` AND w.done <> `parking_spaces`.`key`;
--> statement-breakpoint
-- House 3号 of a lane is building 3. 0号 is none.
UPDATE OR IGNORE `buildings` SET `key` = substr(`key`, 1, length(`key`) - 1) WHERE `key` GLOB '*[0-9]号' AND `key` <> '0号';
--> statement-breakpoint
-- Units, of which 0024 knew nothing, while the rooms of A01 became those of A1. The next import made a second unit: its
-- rooms and those of the first are of one unit.
UPDATE `rooms` SET `unit_id` = w.same FROM (
  WITH RECURSIVE walk(id, building_id, rest, done, digit) AS (
    SELECT id, building_id, replace(replace(replace(CASE WHEN `key` GLOB '*[0-9]号' THEN substr(`key`, 1, length(`key`) - 1) ELSE `key` END, '/', '-'), '_', '-'), '~', '-'), '', 0 FROM `units`
    UNION ALL
    SELECT id, building_id, substr(rest, 2),
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN done ELSE done || substr(rest, 1, 1) END,
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN 0 ELSE rest GLOB '[0-9]*' END
    FROM walk WHERE rest <> '')
  SELECT walk.id, u.id AS same FROM walk JOIN `units` u ON u.building_id = walk.building_id AND u.key = walk.done AND u.id <> walk.id WHERE rest = '') AS w
  WHERE w.id = `rooms`.`unit_id`;
--> statement-breakpoint
DELETE FROM `units` WHERE NOT EXISTS (SELECT 1 FROM `rooms` r WHERE r.unit_id = `units`.`id`) AND `id` IN (
  WITH RECURSIVE walk(id, building_id, rest, done, digit) AS (
    SELECT id, building_id, replace(replace(replace(CASE WHEN `key` GLOB '*[0-9]号' THEN substr(`key`, 1, length(`key`) - 1) ELSE `key` END, '/', '-'), '_', '-'), '~', '-'), '', 0 FROM `units`
    UNION ALL
    SELECT id, building_id, substr(rest, 2),
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN done ELSE done || substr(rest, 1, 1) END,
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN 0 ELSE rest GLOB '[0-9]*' END
    FROM walk WHERE rest <> '')
  SELECT walk.id FROM walk JOIN `units` u ON u.building_id = walk.building_id AND u.key = walk.done AND u.id <> walk.id WHERE rest = '');
--> statement-breakpoint
UPDATE OR IGNORE `units` SET `key` = w.done FROM (
  WITH RECURSIVE walk(id, building_id, rest, done, digit) AS (
    SELECT id, building_id, replace(replace(replace(CASE WHEN `key` GLOB '*[0-9]号' THEN substr(`key`, 1, length(`key`) - 1) ELSE `key` END, '/', '-'), '_', '-'), '~', '-'), '', 0 FROM `units`
    UNION ALL
    SELECT id, building_id, substr(rest, 2),
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN done ELSE done || substr(rest, 1, 1) END,
      CASE WHEN digit = 0 AND rest GLOB '0[0-9]*' THEN 0 ELSE rest GLOB '[0-9]*' END
    FROM walk WHERE rest <> '')
  SELECT id, done FROM walk WHERE rest = '') AS w WHERE w.id = `units`.`id` AND w.done <> `units`.`key`;
--> statement-breakpoint
-- The keys of rooms begin with those of their building and unit.
UPDATE OR IGNORE `rooms` SET `key` = substr(`key`, 1, instr(`key`, '|') - 2) || substr(`key`, instr(`key`, '|'))
  WHERE substr(`key`, 1, instr(`key`, '|') - 1) GLOB '*[0-9]号' AND `key` NOT GLOB '0号|*';
--> statement-breakpoint
UPDATE OR IGNORE `rooms` SET `key` = substr(`key`, 1, instr(`key`, '|')) || replace(substr(`key`, instr(`key`, '|') + 1), '号|', '|')
  WHERE substr(`key`, instr(`key`, '|') + 1) GLOB '*[0-9]号|*';
--> statement-breakpoint
-- Names of people are searched for by their plain form.
UPDATE `people` SET `name` = w.done FROM (
  WITH RECURSIVE fold(id, rest, done) AS (
    SELECT id, `name`, '' FROM `people` WHERE `name` GLOB '*[' || char(173) || char(8203) || '-' || char(8213) || char(8226) || char(8231) || char(8234) || '-' || char(8238) || char(8288) || '-' || char(8303) || char(8722) || char(8729) || char(8901) || char(12539) || char(65024) || '-' || char(65039) || char(65279) || ']*'
    UNION ALL
    SELECT id, substr(rest, 2), done || CASE
      WHEN unicode(rest) BETWEEN 8208 AND 8211 OR unicode(rest) = 8722 THEN '-'
      WHEN unicode(rest) IN (8226, 8231, 8729, 8901, 12539) THEN char(183)
      WHEN unicode(rest) IN (173, 65279) OR unicode(rest) BETWEEN 8203 AND 8207 OR unicode(rest) BETWEEN 8234 AND 8238
        OR unicode(rest) BETWEEN 8288 AND 8303 OR unicode(rest) BETWEEN 65024 AND 65039 THEN ''
      ELSE substr(rest, 1, 1) END
    FROM fold WHERE rest <> '')
  SELECT id, done FROM fold WHERE rest = '') AS w WHERE w.id = `people`.`id`;
--> statement-breakpoint
-- What was compared with the registry under the rules of before would write keys of before: it is to be uploaded again.
UPDATE `import_jobs` SET `applied_before` = -1 WHERE `state` IN ('previewed', 'failed');
--> statement-breakpoint
UPDATE `import_jobs` SET `state` = 'failed', `failure` = 'registry_import.outdated', `applied_before` = -1 WHERE `state` = 'applying';
