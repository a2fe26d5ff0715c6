package ru.nms.platform.region;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Everything in which one region differs from another. Serialised as it stands, it is what the API shows.
/// Ask [#on(LocalDate)] first when the rule of a day is meant: earlier editions keep their own rules.
public record RegionProfile(
        String code, String name, int version, LocalDate validFrom, ZoneId timeZone, String mainAct,
        List<RegionDocument> documents, List<Level> levels, Territory territory, Terms terms,
        List<OrganisationKind> organisationKinds, List<ActivityDirection> activityDirections, PeopleRules people,
        MethodistRules methodist, DiagnosticsRules diagnostics, IomRules iom, @Nullable MentoringRules mentoring,
        List<WorkDirection> directions, List<Track> tracks, List<Goal> goals, MonitoringRules monitoring,
        List<IndicatorSet> indicatorSets, @Nullable ScoringRubric scoring, List<Cluster> clusters,
        List<RecommendationRule> recommendationRules, List<Recommendation> recommendations,
        List<Recommendation> finalRecommendations, @Nullable SourcedList perspectiveDirections,
        List<CodedTitle> requiredActs, List<RegisterEntry> registers, List<InformationSystem> informationSystems,
        @Nullable PassportRules passport, @Nullable Roadmap roadmap, List<Deadline> deadlines,
        Map<String, String> labels, List<SourceDefect> sourceDefects,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) List<RegionProfile> earlier) {

    public RegionProfile {
        documents = Copies.list(documents);
        levels = Copies.list(levels);
        organisationKinds = Copies.list(organisationKinds);
        activityDirections = Copies.list(activityDirections);
        directions = Copies.list(directions);
        tracks = Copies.list(tracks);
        goals = Copies.list(goals);
        indicatorSets = Copies.list(indicatorSets);
        clusters = Copies.list(clusters);
        recommendationRules = Copies.list(recommendationRules);
        recommendations = Copies.list(recommendations);
        finalRecommendations = Copies.list(finalRecommendations);
        requiredActs = Copies.list(requiredActs);
        registers = Copies.list(registers);
        informationSystems = Copies.list(informationSystems);
        deadlines = Copies.list(deadlines);
        labels = Copies.sorted(labels);
        sourceDefects = Copies.list(sourceDefects);
        earlier = Copies.list(earlier);
    }

    /// The edition in force on the day. Before the first one, the first: nothing older is known.
    public RegionProfile on(LocalDate day) {
        if (!day.isBefore(validFrom) || earlier.isEmpty()) {
            return this;
        }
        return earlier.stream().filter(edition -> !day.isBefore(edition.validFrom())).findFirst()
                .orElse(earlier.getLast());
    }

    /// This one and all before it, the oldest first.
    public List<RegionProfile> editions() {
        return Stream.concat(earlier.reversed().stream(), Stream.of(this)).toList();
    }

    public Optional<Level> level(String wanted) {
        return levels.stream().filter(level -> level.code().equals(wanted)).findFirst();
    }

    /// The kind or subkind at this level; empty when the region has no such thing there.
    public Optional<OrganisationKind> kind(String wanted, String level) {
        return kinds(wanted, level).stream().findFirst();
    }

    /// More than one when the kind has variants (three RUMO in Perm).
    public List<OrganisationKind> kinds(String wanted, String level) {
        return organisationKinds.stream().filter(kind -> kind.covers(wanted) && kind.standsAt(level)).toList();
    }

    public List<Municipality> municipalities() {
        return territory.municipalities();
    }

    public Optional<Municipality> municipality(String wanted) {
        return municipalities().stream().filter(municipality -> municipality.code().equals(wanted)).findFirst();
    }

    public @Nullable YoungTeacherRule youngTeacher() {
        return people.youngTeacher();
    }

    /// The set a report for this day uses; empty when the region had none.
    public Optional<IndicatorSet> indicatorSet(LocalDate day) {
        return indicatorSets.stream().filter(set -> set.holdsOn(day)).findFirst();
    }

    public Optional<Cluster> cluster(String wanted) {
        return clusters.stream().filter(cluster -> cluster.code().equals(wanted)).findFirst();
    }

    public Optional<Deadline> deadline(String wanted) {
        return deadlines.stream().filter(deadline -> deadline.code().equals(wanted)).findFirst();
    }

    /// The Russian name of a code; the code itself when nobody gave it one.
    public String label(String wanted) {
        return labels.getOrDefault(wanted, wanted);
    }

    /// A clause in words for people: act, date, number, lines.
    public String cite(Source source) {
        return String.join("; ", source.places().stream().map(this::cite).toList());
    }

    /// The clause that a refusal names, in words. Where the source has no line for the rule, the region's main act stands for the whole.
    public String clause(@Nullable Source source) {
        return source == null ? mainClause() : cite(source);
    }

    /// The main act as a whole: it says what the region does not have by not having it.
    public String mainClause() {
        return cite(Source.of(mainAct));
    }

    /// The clause of the first of several rules that has a line in a source.
    public String clause(Stream<? extends @Nullable Source> sources) {
        return clause(sources.filter(Objects::nonNull).findFirst().orElse(null));
    }

    /// What says which levels the region has, and what stands there; where it lacks something, the same clauses say so.
    public String levelsClause() {
        return levels.stream().filter(Level::inRegion).map(level -> clause(level.source())).distinct().collect(Collectors.joining("; "));
    }

    private String cite(Source.Place place) {
        return documents.stream().filter(document -> document.code().equals(place.document())).findFirst()
                .map(document -> Citation.of(document, place.lines()))
                .orElse(place.document());
    }
}
