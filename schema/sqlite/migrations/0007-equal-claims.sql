-- Which of the claims of an article with the same words a correction means: a sentence may stand twice.

ALTER TABLE correction_claim ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0; -- in the order of the text, from 0
ALTER TABLE correction_claim ADD COLUMN equals INTEGER NOT NULL DEFAULT 1;  -- how many they were then
