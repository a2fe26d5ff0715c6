package ru.nms.diagnostics.framework;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/// A framework in the shape of a 1EdTech CASE 1.1 `CFPackage`, with extensions for what CASE has no place for. Only what is
/// kept here is read; everything else in a package, of 1.0 too, is passed over.
@JsonInclude(JsonInclude.Include.NON_NULL)
record CasePackage(@JsonProperty("CFDocument") @Nullable Document document, @JsonProperty("CFItems") List<Item> items,
                   @JsonProperty("CFAssociations") List<Association> associations, @JsonProperty("CFRubrics") List<Rubric> rubrics) {

    static final String VERSION = "1.1";

    CasePackage {
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
        associations = List.copyOf(Objects.requireNonNullElse(associations, List.of()));
        rubrics = List.copyOf(Objects.requireNonNullElse(rubrics, List.of()));
    }

    /// @param adoptionStatus `Draft`, `Private Draft`, `Adopted` or `Deprecated`
    /// @param notes          the source
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Document(@Nullable UUID identifier, @Nullable String uri, @Nullable String caseVersion, @Nullable String creator,
                    @Nullable String title, @Nullable Instant lastChangeDateTime, @Nullable String version, @Nullable String description,
                    @Nullable String notes, @Nullable String language, @Nullable String adoptionStatus,
                    @Nullable Extensions extensions) {}

    /// @param conceptKeywords among them the competence area
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(@Nullable UUID identifier, @Nullable String uri, @Nullable String fullStatement, @Nullable String humanCodingScheme,
                @Nullable List<String> conceptKeywords, @Nullable Instant lastChangeDateTime, @Nullable Extensions extensions) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Association(@Nullable UUID identifier, @Nullable String uri, @Nullable String associationType,
                       @Nullable Node originNodeURI, @Nullable Node destinationNodeURI, @Nullable Instant lastChangeDateTime) {}

    /// An end of an association.
    ///
    /// @param identifier of things outside CASE anything, else a UUID
    record Node(@Nullable String title, @Nullable String identifier, @Nullable String uri) {

        @Nullable UUID uuid() {
            try {
                return identifier == null ? null : UUID.fromString(identifier);
            } catch (IllegalArgumentException notOfCase) {
                return null;
            }
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rubric(@Nullable UUID identifier, @Nullable String uri, @Nullable String title, @Nullable Instant lastChangeDateTime,
                  @JsonProperty("CFRubricCriteria") List<Criterion> criteria, @Nullable Extensions extensions) {

        Rubric {
            criteria = List.copyOf(Objects.requireNonNullElse(criteria, List.of()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Criterion(@Nullable UUID identifier, @Nullable String uri, @Nullable Integer position, @Nullable Instant lastChangeDateTime,
                     @JsonProperty("CFRubricCriterionLevels") List<Level> levels) {

        Criterion {
            levels = List.copyOf(Objects.requireNonNullElse(levels, List.of()));
        }
    }

    /// @param quality    its title
    /// @param score      percent from which it is reached
    /// @param extensions here alone CASE has a list of them
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Level(@Nullable UUID identifier, @Nullable String uri, @Nullable String quality, @Nullable BigDecimal score,
                 @Nullable Integer position, @Nullable Instant lastChangeDateTime, @Nullable List<Extensions> extensions) {}

    /// @param code      of the framework, the scale or its level
    /// @param rollUp    of a competence
    /// @param threshold of a scale
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Extensions(@Nullable String code, @Nullable RollUp rollUp, @Nullable BigDecimal threshold) {

        static Extensions code(@Nullable String code) {
            return new Extensions(code, null, null);
        }
    }
}
