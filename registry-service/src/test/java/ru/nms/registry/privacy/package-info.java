@NullMarked
package ru.nms.registry.privacy;

import org.jspecify.annotations.NullMarked;
