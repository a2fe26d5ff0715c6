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

    /// A closed list of codes and the clause that gives it.
    ///
    /// @param codes empty when no source of the region gives the list; then nothing is borrowed from another region
    public record Choice(List<String> codes, @Nullable String source) {

        static final Choice NONE = new Choice(List.of(), null);

        public boolean adopted() {
            return !codes.isEmpty();
        }
    }

    /// Today in the region.
    public LocalDate today() {
        return calendar.today();
    }

    /// The competence areas the region names.
    public Choice areas(LocalDate day) {
        var rules = rules(day);
        return rules.earlierCompetenceAreas().stream()
                .filter(areas -> !day.isBefore(areas.validFrom()) && !day.isAfter(areas.validTo()))
                .findFirst()
                .map(areas -> new Choice(areas.items(), Scale.text(areas.source())))
                .orElseGet(() -> choice(rules.competenceAreas()));
    }

    /// What a procedure may measure: the region's areas; functional literacy alone when the region diagnoses that.
    public Choice measurable(String procedure, LocalDate day) {
        var literacy = literacy(procedure, day);
        return literacy == null ? areas(day) : new Choice(List.of(FUNCTIONAL_LITERACY), Scale.text(literacy.source()));
    }

    /// The areas to which a competence of a framework may belong: the region's, and functional literacy when it diagnoses that.
    public Choice areasAndLiteracy(LocalDate day) {
        var areas = areas(day);
        return literacy(FUNCTIONAL_LITERACY, day) == null ? areas
                : new Choice(Stream.concat(areas.codes().stream(), Stream.of(FUNCTIONAL_LITERACY)).toList(), areas.source());
    }

    /// Who diagnoses, and the online tools that the region names.
    public Choice providers(LocalDate day) {
        var providers = choice(rules(day).providers());
        var tools = choice(rules(day).externalTools());
        return tools.adopted() ? new Choice(Stream.concat(providers.codes().stream(), tools.codes().stream()).toList(),
                Stream.of(providers, tools).map(Choice::source).filter(Objects::nonNull).collect(Collectors.joining("; "))) : providers;
    }

    /// For what a diagnosis can be made: the design of a route, an attestation, an appointment. Where no source of the region
    /// names any, those of the product, which say so in the place of a clause.
    public Choice occasions(LocalDate day) {
        var occasions = rules(day).occasions();
        return new Choice(occasions.items(), occasions.origin() == Origin.REGION ? Scale.text(occasions.source()) : occasions.origin().name());
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

    private static Choice choice(@Nullable SourcedList list) {
        return list == null ? Choice.NONE : new Choice(list.items(), Scale.text(list.source()));
    }
}
