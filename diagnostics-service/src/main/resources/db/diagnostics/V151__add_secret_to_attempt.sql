-- From which the codes follow that the attempt shows for what is to be ordered or paired. Attempts from before have none: their
-- people hold papers with the author's codes, and answer in them.
ALTER TABLE attempt ADD COLUMN secret uuid;
