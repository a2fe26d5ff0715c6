package ru.nms.diagnostics.offer;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/// Something that works on a competence.
///
/// @param organisationId who gives it
/// @param inRegister     whether a programme stands in the federal register today
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Offer(String competence, Kind kind, UUID id, String title, @Nullable UUID organisationId, @Nullable Integer hours,
                    @Nullable Boolean inRegister) {

    public enum Kind { PROGRAMME, SITE, PRACTICE }
}
