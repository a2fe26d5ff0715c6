package ru.nms.platform.region;

import java.time.Period;

import org.jspecify.annotations.Nullable;

/// How long something may take. Sources seldom say, so most deadlines are the product's.
public record Deadline(String code, String title, Period period, Origin origin, @Nullable Source source) {}
