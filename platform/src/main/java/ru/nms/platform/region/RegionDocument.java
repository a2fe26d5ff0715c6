package ru.nms.platform.region;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// An act, letter or paper that the rules of the profile come from. `lines` is its place in the region's source text.
public record RegionDocument(String code, String kind, @Nullable String issuer, @Nullable LocalDate date,
                             @Nullable String number, @Nullable String subject, @Nullable String status,
                             List<String> amendedBy, List<String> repealedBy, @Nullable String annexTo,
                             @Nullable Integer annexNo, @Nullable Amendment amended, @Nullable String lines) {

    public record Amendment(LocalDate date, String number) {}

    public RegionDocument {
        amendedBy = Copies.list(amendedBy);
        repealedBy = Copies.list(repealedBy);
    }
}
