-- Takes the place of a migration of another branch until the branches meet.
SELECT 1;
