package ru.nms.platform.projection;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import ru.nms.contracts.Event;

/// Which copies an operation's answer depends on, be it for its content, its scope or its checks. Successful answers then
/// carry `X-Data-As-Of`. On a method it takes the place of the one on the class.
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface LearntFrom {

    /// The events of the topics; this service must have a projection of each. None when the answer is all its own.
    Class<? extends Event>[] value();
}
