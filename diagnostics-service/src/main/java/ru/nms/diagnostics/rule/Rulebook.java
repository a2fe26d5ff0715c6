package ru.nms.diagnostics.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.DiagnosticsRules;
import ru.nms.platform.region.DiagnosticsRules.FunctionalLiteracy;
import ru.nms.platform.region.Origin;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.Source;
import ru.nms.platform.region.SourcedList;

/// The region's rules of diagnostics. Each is asked for a day, because earlier results keep their earlier rules.
public final class Rulebook {

    /// Both the procedure and the one thing it measures, where the region has a rule about it.
    public static final String FUNCTIONAL_LITERACY = "FUNCTIONAL_LITERACY";

    private final RegionProfile region;
    private final RegionCalendar calendar;

    public Rulebook(RegionProfile region, RegionCalendar calendar) {
        this.region = region;
        this.calendar = calendar;
    }

    /// Today in the region.
    public LocalDate today() {
        return calendar.today();
    }

    /// The competence areas the region names.
    public ClosedList areas(LocalDate day) {
        var rules = rules(day);
        return rules.earlierCompetenceAreas().stream()
                .filter(areas -> !day.isBefore(areas.validFrom()) && !day.isAfter(areas.validTo()))
                .findFirst()
                .map(areas -> list(areas.items(), areas.source()))
                .orElseGet(() -> list(rules.competenceAreas()));
    }

    /// What a procedure may measure: the region's areas; functional literacy alone when the region diagnoses that.
    public ClosedList measurable(String procedure, LocalDate day) {
        var literacy = literacy(procedure, day);
        return literacy == null ? areas(day) : list(List.of(FUNCTIONAL_LITERACY), literacy.source());
    }

    /// The areas to which a competence of a framework may belong: the region's, and functional literacy when it diagnoses that.
    public ClosedList areasAndLiteracy(LocalDate day) {
        var areas = areas(day);
        return literacy(FUNCTIONAL_LITERACY, day) == null ? areas
                : new ClosedList(Stream.concat(areas.codes().stream(), Stream.of(FUNCTIONAL_LITERACY)).toList(), areas.source(), areas.clause());
    }

    /// Who diagnoses, and the online tools that the region names.
    public ClosedList providers(LocalDate day) {
        var providers = list(rules(day).providers());
        var tools = list(rules(day).externalTools());
        return tools.adopted() ? new ClosedList(Stream.concat(providers.codes().stream(), tools.codes().stream()).toList(),
                joined(Stream.of(providers, tools).map(ClosedList::source)), joined(Stream.of(providers, tools).map(ClosedList::clause))) : providers;
    }

    /// For what a diagnosis can be made: the design of a route, an attestation, an appointment. Where no source of the region
    /// names any, those of the product, which say so in the place of a clause.
    public ClosedList occasions(LocalDate day) {
        var occasions = rules(day).occasions();
        return occasions.origin() == Origin.REGION ? list(occasions.items(), occasions.source())
                : new ClosedList(occasions.items(), occasions.origin().name(), region.mainClause());
    }

    public Scale scale(String competence, LocalDate day) {
        var scale = Scale.of(rules(day).thresholds());
        var literacy = literacy(competence, day);
        return literacy == null ? scale : scale.passedFrom(literacy);
    }

    /// Whether the procedure was passed; no answer where the region has no pass mark for it.
    public @Nullable Boolean passed(String procedure, LocalDate day, BigDecimal points, BigDecimal maximum) {
        var literacy = literacy(procedure, day);
        return literacy == null ? null
                : !Percent.below(BigDecimal.valueOf(literacy.passMarkPercent()), points, maximum);
    }

    /// The Russian name of a code of the profile.
    public String title(String code) {
        return region.label(code);
    }

    /// The clause in words: act, date, number, line.
    public @Nullable String citation(@Nullable String source) {
        return source == null ? null : region.cite(Source.of(source));
    }

    private @Nullable FunctionalLiteracy literacy(String code, LocalDate day) {
        return FUNCTIONAL_LITERACY.equals(code) ? rules(day).functionalLiteracy() : null;
    }

    private DiagnosticsRules rules(LocalDate day) {
        return region.on(day).diagnostics();
    }

    private ClosedList list(@Nullable SourcedList given) {
        return given == null ? list(List.of(), null) : list(given.items(), given.source());
    }

    private ClosedList list(List<String> codes, @Nullable Source source) {
        return new ClosedList(codes, Scale.text(source), region.clause(source));
    }

    private static String joined(Stream<@Nullable String> clauses) {
        return clauses.filter(Objects::nonNull).distinct().collect(Collectors.joining("; "));
    }
}
