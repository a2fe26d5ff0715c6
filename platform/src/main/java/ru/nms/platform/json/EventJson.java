package ru.nms.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The mapper of events: tolerant of what newer producers add and older ones lack.
///
/// A type of its own, so that nobody injects it where the strict mapper of HTTP bodies is meant.
public record EventJson(JsonMapper mapper) {

    public static EventJson create() {
        return new EventJson(JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build());
    }
}
