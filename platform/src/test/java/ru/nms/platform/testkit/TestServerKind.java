package ru.nms.platform.testkit;

import ru.nms.platform.embedded.Database;

/// Where the servers of the tests come from. Each starts what it is asked for, and stops it with the JVM.
interface TestServerKind {

    Database postgres();

    String kafka();
}
