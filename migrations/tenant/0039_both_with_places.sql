-- That both are charged is said of the days of an assignment and of nothing else. What a scope says of all the days of an
-- assignment of its tariff is kept with it; where the scope has been taken out of again, it is not said.
UPDATE tariff_assignments AS a SET beside = 1 WHERE NOT a.beside AND EXISTS (SELECT 1 FROM tariff_scopes c
  JOIN (SELECT id, project_id, building_id, use, NULL AS parking FROM rooms
    UNION ALL SELECT id, project_id, NULL, NULL, kind FROM parking_spaces) t ON t.project_id = c.project_id
  WHERE t.id = a.target_id AND c.tariff_id = a.tariff_id AND c.beside AND NOT c.excluded AND c.from_on <= a.from_on
    AND coalesce(c.to_on, '9999-12-31') >= coalesce(a.to_on, '9999-12-31')
    AND CASE c.kind WHEN 'project' THEN 1 WHEN 'room_use' THEN c.value = t.use WHEN 'building' THEN c.value = t.building_id WHEN 'parking_kind' THEN c.value = t.parking ELSE 0 END
    AND NOT EXISTS (SELECT 1 FROM tariff_scopes e WHERE e.tariff_id = c.tariff_id AND e.excluded AND e.from_on <= coalesce(a.to_on, '9999-12-31')
      AND coalesce(e.to_on, '9999-12-31') >= a.from_on
      AND CASE e.kind WHEN 'project' THEN 1 WHEN 'room_use' THEN e.value = t.use WHEN 'building' THEN e.value = t.building_id WHEN 'parking_kind' THEN e.value = t.parking ELSE 0 END));
