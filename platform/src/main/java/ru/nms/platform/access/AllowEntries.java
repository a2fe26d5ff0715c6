package ru.nms.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The rows of the policy table for the operations that a resource inherits: its own methods need an [Allow] each.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowEntries {

    /// Who may add, change and remove.
    Role[] keep();

    /// Who may list and read; nobody named means any caller with a valid token.
    Role[] read() default {};
}
