package ru.nms.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;

/// The main class of a service: `@NmsService public class RegistryApplication`. Scans the package it stands in.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NmsHttp
@Import(PlatformConfiguration.class)
public @interface NmsService {}
