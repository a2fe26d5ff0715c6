package ru.nms.platform.list;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Beside a parameter of type [ListRequest]: where the [Listing] stands that says what can be asked. The API description
/// names its filters and orders from there.
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfList {

    /// The class with the listing in a static field.
    Class<?> value();

    /// Which one, by its name, where there are several.
    String name() default "";
}
