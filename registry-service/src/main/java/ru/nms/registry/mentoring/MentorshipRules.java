package ru.nms.registry.mentoring;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.Level;
import ru.nms.platform.region.OrganisationKind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.registry.keeping.Keeping;
import ru.nms.registry.mentoring.MentoringStore.Going;

/// Which mentorships the region knows.
final class MentorshipRules {

    /// How profiles call it.
    private static final Set<String> KINDS = Set.of("MENTORING_PAIR", "SUPPORT_PAIR");

    private final RegionProfile profile;

    MentorshipRules(RegionProfile profile) {
        this.profile = profile;
    }

    Faults check(Mentorship it) {
        var levels = levels();
        var bases = bases();
        boolean municipal = it.level().equals(profile.territory().municipalityLevel());
        boolean institutional = it.level().equals(profile.levels().getLast().code());
        return Keeping.times(it.since(), it.until())
                .unless(levels.contains(it.level()), Fault.at("/level", "no-such-level", String.join(", ", levels)).under(clause()))
                .unless(bases.isEmpty() || bases.contains(it.basis().name()),
                        Fault.at("/basis", "not-one-of", String.join(", ", bases)).under(clause()))
                .unless(it.form() == Mentorship.Form.PAIR ? it.menteeIds().size() == 1 : it.menteeIds().size() > 1,
                        Fault.at("/menteeIds", it.form() == Mentorship.Form.PAIR ? "one-mentee" : "several-mentees"))
                .unless(Set.copyOf(it.menteeIds()).size() == it.menteeIds().size() && !it.menteeIds().contains(it.mentorId()),
                        Fault.at("/menteeIds", "repeated-person"))
                .unless(!municipal || it.municipalityId() != null, Fault.at("/municipalityId", "required"))
                .unless(!institutional || it.organisationId() != null, Fault.at("/organisationId", "required"));
    }

    /// Who mentors whom stays: other people are another mentorship.
    static List<Fault> fixed(Change<Mentorship> change) {
        var before = change.before();
        var after = change.after();
        return new Faults()
                .unless(before == null || before.mentorId().equals(after.mentorId()), Fault.at("/mentorId", "fixed"))
                .unless(before == null || before.menteeIds().equals(after.menteeIds()), Fault.at("/menteeIds", "fixed"))
                .found();
    }

    /// A file brings in what goes on already; from then on only actions move it.
    static List<Fault> filed(Change<Mentorship> change) {
        var before = change.before();
        var status = change.after().status();
        boolean begins = status == Mentorship.Status.REQUESTED || status == Mentorship.Status.ACCEPTED;
        return new Faults()
                .unless(!change.filed() || before != null || begins, Fault.at("/status", "not-one-of", "REQUESTED, ACCEPTED"))
                .unless(!change.filed() || before == null || before.status() == status, Fault.at("/status", "fixed"))
                .found();
    }

    /// Those at which the profile has pairs; all of the region where it says nothing of pairs.
    private List<String> levels() {
        var kinds = kinds();
        return profile.levels().stream()
                .filter(level -> kinds.isEmpty() ? level.inRegion() : kinds.stream().anyMatch(kind -> kind.standsAt(level.code())))
                .map(Level::code).toList();
    }

    private List<String> bases() {
        return kinds().stream().flatMap(kind -> kind.pairBases().stream()).distinct().toList();
    }

    private List<OrganisationKind> kinds() {
        return profile.organisationKinds().stream().filter(kind -> KINDS.contains(kind.kind())).toList();
    }

    private String clause() {
        return profile.clause(kinds().stream().map(OrganisationKind::source));
    }

    /// Sessions are those of an accepted mentorship, within its time; a person without an office records own ones only.
    static Faults session(Going it, @Nullable Caller caller, Session session) {
        if (caller != null && !caller.is(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION)
                && !it.mentorId().equals(caller.personId())) {
            throw Refusal.forbidden();
        }
        return new Faults().unless(it.status().equals("ACCEPTED"), Fault.at("/mentorshipId", "mentorship-not-going"))
                .unless(!session.heldOn().isBefore(it.since()) && (it.until() == null || session.heldOn().isBefore(it.until())),
                        Fault.at("/heldOn", "outside-mentorship"));
    }

    /// Whoever takes part may say something, once it was accepted.
    static Faults feedback(Going it, Feedback feedback) {
        return new Faults()
                .unless(it.status().matches("ACCEPTED|COMPLETED"), Fault.at("/mentorshipId", "mentorship-not-going"))
                .unless(it.mentorId().equals(feedback.personId()) || it.menteeIds().contains(feedback.personId()),
                        Fault.at("/personId", "not-of-mentorship"));
    }
}
