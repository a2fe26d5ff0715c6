package ru.nms.registry.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.region.Level;
import ru.nms.platform.region.OrganisationKind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.Source;

/// What organisations the region knows, at which level and where. Every refusal names the clause that says so.
final class OrganisationRules {

    /// Federal centres are listed in every region, so that events with them are counted (no profile keeps them all).
    private static final String FEDERAL_CENTRE = "FEDERAL_SCIENTIFIC_CENTRE";

    private final RegionProfile profile;
    private final DetailRules details;

    OrganisationRules(RegionProfile profile) {
        this.profile = profile;
        this.details = new DetailRules(profile);
    }

    /// Whether such an organisation is the region's coordinator.
    boolean coordinates(String kind, String level) {
        return profile.kinds(kind, level).stream().anyMatch(OrganisationKind::coordinates);
    }

    /// Everything that is wrong with a new organisation.
    Refusal.Faults opening(OrganisationDraft draft, OrganisationFacts facts, LocalDate today) {
        return place(draft, facts, null, today).addAll(kind(draft)).addAll(details.check(draft, null, today));
    }

    /// Everything that is wrong with a change of an organisation.
    Refusal.Faults change(Organisation present, OrganisationDraft draft, OrganisationFacts facts, LocalDate today) {
        return place(draft, facts, present, today)
                .addAll(details.check(draft, present, today))
                .unless(draft.kind().equals(present.kind()), Fault.at("/kind", "fixed"))
                .unless(draft.level().equals(present.level()), Fault.at("/level", "fixed"))
                .unless(Objects.equals(draft.municipalityId(), present.municipalityId()),
                        Fault.at("/municipalityId", "fixed"));
    }

    private List<Fault> kind(OrganisationDraft draft) {
        if (draft.kind().equals(FEDERAL_CENTRE) && profile.level(draft.level()).filter(it -> !it.inRegion()).isPresent()) {
            return List.of();
        }
        var level = profile.level(draft.level()).filter(Level::inRegion);
        if (level.isEmpty()) {
            return List.of(Fault.at("/level", "no-such-level", shown()).under(profile.levelsClause()));
        }
        if (profile.kind(draft.kind(), draft.level()).isPresent()) {
            return List.of();
        }
        var elsewhere = profile.organisationKinds().stream().filter(kind -> kind.covers(draft.kind())).toList();
        return List.of(elsewhere.isEmpty()
                ? Fault.at("/kind", "no-such-kind", level.get().title(), joined(kinds(draft.level()))).under(profile.clause(level.get().source()))
                : Fault.at("/level", "wrong-level", profile.label(draft.kind()),
                        joined(elsewhere.stream().map(kind -> title(kind.level())))).under(profile.clause(elsewhere.getFirst().source())));
    }

    private Refusal.Faults place(OrganisationDraft draft, OrganisationFacts facts, @Nullable Organisation present, LocalDate today) {
        var self = present == null ? null : present.id();
        var parent = draft.parentId();
        return new Refusal.Faults()
                .unless(draft.municipalityId() == null || facts.municipalities().contains(draft.municipalityId()),
                        Fault.at("/municipalityId", "unknown-municipality").under(profile.clause(profile.territory().source())))
                .unless(draft.municipalityId() != null || !needsMunicipality(draft.level(), facts),
                        Fault.at("/municipalityId", "municipality-required", title(draft.level()))
                                .under(profile.clause(profile.territory().source())))
                .unless(parent == null || facts.parents().containsKey(parent), Fault.at("/parentId", "unknown-organisation"))
                .unless(self == null || !facts.below(parent, self), Fault.at("/parentId", "parent-below"))
                .unless(!coordinates(draft.kind(), draft.level()) || alone(draft, facts, present, today),
                        Fault.at("/kind", "second-coordinator").under(profile.clause(coordinatorSource(draft))));
    }

    /// No other one coordinates the region on any day on which this one exists. The day of closing is free for the next.
    private boolean alone(OrganisationDraft draft, OrganisationFacts facts, @Nullable Organisation present, LocalDate today) {
        var from = draft.openedOn() != null ? draft.openedOn() : present != null ? since(present) : today;
        var until = draft.closedOn();
        return facts.coordinators().stream().filter(it -> present == null || !it.id().equals(present.id()))
                .noneMatch(it -> (it.closedOn() == null || it.closedOn().isAfter(from)) && (until == null || since(it).isBefore(until)));
    }

    /// Where nobody has said it, the organisation was there when it was entered.
    private LocalDate since(Organisation it) {
        return it.openedOn() != null ? it.openedOn() : LocalDate.ofInstant(it.createdAt(), profile.timeZone());
    }

    /// The municipal level is *in* municipalities. Institutions are too, where the profile names all of them. A region
    /// that names none has everything directly below itself (PRF-09).
    private boolean needsMunicipality(String level, OrganisationFacts facts) {
        if (facts.municipalities().isEmpty()) {
            return false;
        }
        return level.equals(profile.territory().municipalityLevel())
                || profile.territory().municipalitiesComplete() && level.equals(profile.levels().getLast().code());
    }

    private @Nullable Source coordinatorSource(OrganisationDraft draft) {
        return profile.kind(draft.kind(), draft.level()).map(OrganisationKind::source).orElse(null);
    }

    private String shown() {
        return joined(levels().map(it -> "%s (%s)".formatted(it.code(), it.title())));
    }

    private Stream<Level> levels() {
        return profile.levels().stream().filter(Level::inRegion);
    }

    private Stream<String> kinds(String level) {
        return profile.organisationKinds().stream().filter(kind -> kind.standsAt(level))
                .map(kind -> "%s (%s)".formatted(kind.kind(), profile.label(kind.kind())));
    }

    private String title(String level) {
        return profile.level(level).map(Level::title).orElse(level);
    }

    private static String joined(Stream<String> texts) {
        return texts.distinct().collect(Collectors.joining(", "));
    }
}
