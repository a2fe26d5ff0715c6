/// Names of things by their ids, for tables that people read.
@NullMarked
package ru.nms.registry.naming;

import org.jspecify.annotations.NullMarked;
