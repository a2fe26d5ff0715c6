/// Professional associations and communities, and who takes part in them.
@NullMarked
package ru.nms.registry.community;

import org.jspecify.annotations.NullMarked;
