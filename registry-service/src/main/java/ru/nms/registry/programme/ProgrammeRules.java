package ru.nms.registry.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.Indicator;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.registry.competence.CompetenceAreas;

/// What a programme may say, and in which order the steps of its way into the federal register lie.
final class ProgrammeRules {

    /// Marked in every region: burnout and self-regulation, education quality for teams, international surveys.
    private static final List<String> TAGS = List.of("BURNOUT", "QUALITY_FOR_TEAMS", "INTERNATIONAL_SURVEYS");

    private final RegionProfile profile;
    private final RegionCalendar calendar;

    ProgrammeRules(RegionProfile profile, RegionCalendar calendar) {
        this.profile = profile;
        this.calendar = calendar;
    }

    Faults check(Change<Programme> change) {
        var it = change.after();
        int taught = it.modules().stream().mapToInt(Programme.Module::hours).sum();
        return new Faults()
                .addAll(CompetenceAreas.of(profile).check(it.competences()))
                .addAll(CompetenceAreas.outside(it.tags(), tags(), "tags", "no-such-tag", profile.mainClause()))
                .unless(taught <= it.hours(), Fault.at("/modules", "above-hours", it.hours()))
                .unless(!it.marks().contains(Programme.Mark.NETWORK) || !it.partnerIds().isEmpty(), Fault.at("/partnerIds", "required"))
                .unless(!it.partnerIds().contains(it.providerId()), Fault.at("/partnerIds", "own-partner"))
                .addAll(steps(change.before(), it));
    }

    private List<Fault> steps(@Nullable Programme before, Programme it) {
        var faults = new Faults();
        var day = it.decidedOn() == null ? it.filedOn() : it.decidedOn();
        if (before != null && before.status() != it.status() && day != null) {
            faults.unless(!day.isAfter(calendar.today()), Fault.at("/on", "not-future"))
                    .unless(!isBefore(day, it.filedOn()) && !isBefore(day, it.includedOn()), Fault.at("/on", "before-last-step"))
                    .unless(it.status() != Programme.Status.INCLUDED || it.registerNumber() != null, Fault.at("/number", "required"));
        }
        return faults.found();
    }

    private static boolean isBefore(LocalDate day, @Nullable LocalDate earlier) {
        return earlier != null && day.isBefore(earlier);
    }

    /// What the region's indicators count training by, and what is marked everywhere.
    private Set<String> tags() {
        var tags = new TreeSet<>(TAGS);
        profile.indicatorSets().stream().flatMap(set -> set.indicators().stream()).map(Indicator::topic)
                .filter(Objects::nonNull).forEach(tags::add);
        return tags;
    }
}
