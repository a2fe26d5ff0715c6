/// What every module's tests share: real servers, clauses, helpers.
@NullMarked
package ru.nms.platform.testkit;

import org.jspecify.annotations.NullMarked;
