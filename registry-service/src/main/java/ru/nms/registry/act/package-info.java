/// Acts, agreements and concept documents: what is in force on a day, and what is missing.
@NullMarked
package ru.nms.registry.act;

import org.jspecify.annotations.NullMarked;
