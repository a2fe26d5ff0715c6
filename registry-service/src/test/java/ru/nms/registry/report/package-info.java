@NullMarked
package ru.nms.registry.report;

import org.jspecify.annotations.NullMarked;
