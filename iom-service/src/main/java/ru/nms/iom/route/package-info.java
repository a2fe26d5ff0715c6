/// The route: its items, its life from draft to completion, its register and its printed form.
@NullMarked
package ru.nms.iom.route;

import org.jspecify.annotations.NullMarked;
