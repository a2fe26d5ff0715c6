package ru.nms.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The row of the policy table for one operation: which roles may call it. An operation without one answers
/// nobody (deny by default), and the build fails. *Whose* data a role then sees is [Scope]'s matter.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

    Role[] value() default {};

    /// Any caller with a valid token.
    boolean anyoneSignedIn() default false;

    /// No token needed; the operation shows public fields only.
    boolean everyone() default false;
}
