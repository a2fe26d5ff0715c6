@NullMarked
package ru.nms.registry.young;

import org.jspecify.annotations.NullMarked;
