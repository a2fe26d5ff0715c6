/// Registers: collections that are kept, listed, imported, announced and fed alike. A capability describes its register
/// once ([Register]); [Registers] does the rest.
@NullMarked
package ru.nms.platform.register;

import org.jspecify.annotations.NullMarked;
