-- Which board of a zone speaks: the one that was chosen last.

ALTER TABLE device ADD COLUMN speaks_since INTEGER;
