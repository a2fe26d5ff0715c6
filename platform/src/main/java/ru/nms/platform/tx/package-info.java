/// The database: connections with bounded waits, migrations, and the one way to open a transaction.
@NullMarked
package ru.nms.platform.tx;

import org.jspecify.annotations.NullMarked;
