/// The HTTP manners all operations share: versions as ETags, strict parameters and bodies, the same answers to retries.
@NullMarked
package ru.nms.platform.http;

import org.jspecify.annotations.NullMarked;
