-- A visit may hold several services, so that what came of each stands on the stay that ended with it.
ALTER TABLE stay ADD COLUMN outcome TEXT;
ALTER TABLE stay ADD COLUMN dossiers INTEGER;

UPDATE stay SET (outcome, dossiers) = (SELECT outcome, dossiers FROM ticket WHERE id = stay.ticket)
WHERE ended_by = 'finished';
