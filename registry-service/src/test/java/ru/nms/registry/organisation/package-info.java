@NullMarked
package ru.nms.registry.organisation;

import org.jspecify.annotations.NullMarked;
