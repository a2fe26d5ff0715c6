package ru.nms.platform.region;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What is diagnosed, by whom and how a result becomes a deficit.
public record DiagnosticsRules(@Nullable SourcedList competenceAreas, List<EarlierAreas> earlierCompetenceAreas,
                               @Nullable SourcedList providers, @Nullable SourcedList approaches,
                               Occasions occasions, @Nullable SourcedList externalTools,
                               @Nullable SourcedList resultFields, @Nullable Sourced<Boolean> electronic,
                               @Nullable FunctionalLiteracy functionalLiteracy, @Nullable Sourced<String> legalBasis,
                               DeficitThresholds thresholds) {

    /// The areas of an earlier edition, so that old results keep their meaning.
    public record EarlierAreas(LocalDate validFrom, LocalDate validTo, List<String> items, @Nullable Source source) {

        public EarlierAreas {
            items = Copies.list(items);
        }

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && !day.isAfter(validTo);
        }
    }

    public record FunctionalLiteracy(int passMarkPercent, List<String> participants, @Nullable Source source) {

        public FunctionalLiteracy {
            participants = Copies.list(participants);
        }
    }

    public DiagnosticsRules {
        earlierCompetenceAreas = Copies.list(earlierCompetenceAreas);
    }

    /// The closed list of areas on a day; empty when the region names none, then any area is as good as another.
    public List<String> competenceAreasOn(LocalDate day) {
        return earlierCompetenceAreas.stream()
                .filter(areas -> areas.holdsOn(day)).findFirst().map(EarlierAreas::items)
                .orElse(competenceAreas == null ? List.of() : competenceAreas.items());
    }
}
