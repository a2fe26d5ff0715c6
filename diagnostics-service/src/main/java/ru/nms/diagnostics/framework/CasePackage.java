package ru.nms.diagnostics.framework;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/// A framework in the shape of 1EdTech CASE 1.0, with the extensions of 1.1 for what CASE has no place for. Only what is
/// kept here is read; everything else in a package is passed over.
@JsonInclude(JsonInclude.Include.NON_NULL)
record CasePackage(@JsonProperty("CFDocument") @Nullable Document document, @JsonProperty("CFItems") List<Item> items,
                   @JsonProperty("CFAssociations") List<Association> associations) {

    CasePackage {
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
        associations = List.copyOf(Objects.requireNonNullElse(associations, List.of()));
    }

    /// @param adoptionStatus `Draft`, `Private Draft`, `Adopted` or `Deprecated`
    /// @param notes          the source
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Document(@Nullable UUID identifier, @Nullable String uri, @Nullable String creator, @Nullable String title,
                    @Nullable Instant lastChangeDateTime, @Nullable String version, @Nullable String description,
                    @Nullable String notes, @Nullable String language, @Nullable String adoptionStatus,
                    @JsonProperty("CFPackageURI") @Nullable Link packageUri, @Nullable Extensions extensions) {}

    /// @param conceptKeywords among them the competence area
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(@Nullable UUID identifier, @Nullable String uri, @Nullable String fullStatement, @Nullable String humanCodingScheme,
                @Nullable List<String> conceptKeywords, @Nullable Instant lastChangeDateTime,
                @JsonProperty("CFDocumentURI") @Nullable Link documentUri, @Nullable Extensions extensions) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Association(@Nullable UUID identifier, @Nullable String uri, @Nullable String associationType,
                       @Nullable Link originNodeURI, @Nullable Link destinationNodeURI, @Nullable Instant lastChangeDateTime) {}

    record Link(@Nullable String title, @Nullable UUID identifier, @Nullable String uri) {}

    /// @param code   of the framework
    /// @param rollUp of a competence
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Extensions(@Nullable String code, @Nullable RollUp rollUp) {}
}
