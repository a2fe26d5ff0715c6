/// The change feed: how the federal ecosystem keeps a copy and proves it complete.
@NullMarked
package ru.nms.platform.sync;

import org.jspecify.annotations.NullMarked;
