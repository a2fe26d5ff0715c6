/// Personal orders to the training system: what a person needs to learn, found from their students' results and their own
/// assessment, and told to those who draw up routes.
@NullMarked
package ru.nms.diagnostics.order;

import org.jspecify.annotations.NullMarked;
