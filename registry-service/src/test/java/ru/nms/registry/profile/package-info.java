@NullMarked
package ru.nms.registry.profile;

import org.jspecify.annotations.NullMarked;
