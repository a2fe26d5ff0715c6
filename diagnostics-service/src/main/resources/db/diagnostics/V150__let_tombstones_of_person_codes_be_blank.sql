-- The codes of people came after the other registers.
SELECT let_tombstones_be_blank();
