ALTER TABLE `complaint_categories` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `legal_entities` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation_units` ADD `said_revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `buildings` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `occupancies` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `reminder_policies` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `survey_settings` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `revision` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE TRIGGER buildings_revised AFTER UPDATE OF name, floors ON buildings WHEN (NEW.name, NEW.floors) IS NOT (OLD.name, OLD.floors) BEGIN UPDATE buildings SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER occupancies_revised AFTER UPDATE OF role, share_e4, from_on, to_on, plate ON occupancies WHEN (NEW.role, NEW.share_e4, NEW.from_on, NEW.to_on, NEW.plate) IS NOT (OLD.role, OLD.share_e4, OLD.from_on, OLD.to_on, OLD.plate) BEGIN UPDATE occupancies SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER legal_entities_revised AFTER UPDATE OF name, credit_code, address, phone, series_code, opened_on ON legal_entities WHEN (NEW.name, NEW.credit_code, NEW.address, NEW.phone, NEW.series_code, NEW.opened_on) IS NOT (OLD.name, OLD.credit_code, OLD.address, OLD.phone, OLD.series_code, OLD.opened_on) BEGIN UPDATE legal_entities SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
-- `revision` of the root is that of the tree's shape.
CREATE TRIGGER organisation_units_revised AFTER UPDATE OF kind, name, opened_on ON organisation_units WHEN (NEW.kind, NEW.name, NEW.opened_on) IS NOT (OLD.kind, OLD.name, OLD.opened_on) BEGIN UPDATE organisation_units SET said_revision = said_revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER complaint_categories_revised AFTER UPDATE OF name, parent_id, service_line, about_fees, position ON complaint_categories WHEN (NEW.name, NEW.parent_id, NEW.service_line, NEW.about_fees, NEW.position) IS NOT (OLD.name, OLD.parent_id, OLD.service_line, OLD.about_fees, OLD.position) BEGIN UPDATE complaint_categories SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER survey_settings_revised AFTER UPDATE OF enabled, open_day, close_day, remind_after_days, send_messages, least_answers, least_rate_e4, show_market ON survey_settings WHEN (NEW.enabled, NEW.open_day, NEW.close_day, NEW.remind_after_days, NEW.send_messages, NEW.least_answers, NEW.least_rate_e4, NEW.show_market) IS NOT (OLD.enabled, OLD.open_day, OLD.close_day, OLD.remind_after_days, OLD.send_messages, OLD.least_answers, OLD.least_rate_e4, OLD.show_market) BEGIN UPDATE survey_settings SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
-- What nobody had decided was shown as nought: the first decision counts.
CREATE TRIGGER survey_settings_made AFTER INSERT ON survey_settings BEGIN UPDATE survey_settings SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER reminder_policies_revised AFTER UPDATE OF policy_json ON reminder_policies WHEN NEW.policy_json IS NOT OLD.policy_json BEGIN UPDATE reminder_policies SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER reminder_policies_made AFTER INSERT ON reminder_policies BEGIN UPDATE reminder_policies SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
-- A colleague's revision is of the roles that they hold.
CREATE TRIGGER role_assignments_revise AFTER INSERT ON role_assignments BEGIN UPDATE staff SET revision = revision + 1 WHERE id = NEW.staff_id; END;
--> statement-breakpoint
CREATE TRIGGER role_assignments_revise_last AFTER DELETE ON role_assignments BEGIN UPDATE staff SET revision = revision + 1 WHERE id = OLD.staff_id; END;
--> statement-breakpoint
DROP TRIGGER people_revised;
--> statement-breakpoint
CREATE TRIGGER people_revised AFTER UPDATE OF name, kind, gender, number, remark, id_kind, id_index ON people WHEN (NEW.name, NEW.kind, NEW.gender, NEW.number, NEW.remark, NEW.id_kind, NEW.id_index) IS NOT (OLD.name, OLD.kind, OLD.gender, OLD.number, OLD.remark, OLD.id_kind, OLD.id_index) BEGIN UPDATE people SET revision = revision + 1 WHERE id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER person_phones_revise AFTER INSERT ON person_phones BEGIN UPDATE people SET revision = revision + 1 WHERE id = NEW.person_id; END;
--> statement-breakpoint
CREATE TRIGGER person_phones_revise_again AFTER UPDATE OF position ON person_phones WHEN NEW.position <> OLD.position BEGIN UPDATE people SET revision = revision + 1 WHERE id = NEW.person_id; END;
--> statement-breakpoint
CREATE TRIGGER person_phones_revise_last AFTER DELETE ON person_phones BEGIN UPDATE people SET revision = revision + 1 WHERE id = OLD.person_id; END;
