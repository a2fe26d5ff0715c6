/// What people are owed about their data: consents, and everything that is kept of them on request.
@NullMarked
package ru.nms.registry.privacy;

import org.jspecify.annotations.NullMarked;
