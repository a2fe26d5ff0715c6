-- The registers that there are. One that is created later calls it too.
SELECT let_tombstones_be_blank();
