/// Tutors, and whom they accompany through programmes and routes.
@NullMarked
package ru.nms.registry.tutor;

import org.jspecify.annotations.NullMarked;
