package ru.nms.registry.training;

import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionProfile;

/// What a region says about assessment, and when a course can be attended.
final class TrainingRules {

    private final RegionProfile profile;

    TrainingRules(RegionProfile profile) {
        this.profile = profile;
    }

    /// Stages and subjects are the region's, where it names them.
    Faults round(AssessmentRound round) {
        var assessment = profile.methodist().assessment();
        var stages = assessment == null ? null : assessment.stages();
        var subjects = assessment == null ? null : assessment.subjects();
        var faults = new Faults().unless(stages == null || round.stage() <= stages.value(),
                Fault.at("/stage", "outside-profile").under(profile.clause(stages == null ? null : stages.source())));
        for (int n = 0; subjects != null && n < round.subjects().size(); n++) {
            faults.unless(subjects.items().stream().map(Kind::fold).toList().contains(Kind.fold(round.subjects().get(n))),
                    Fault.at("/subjects/" + n, "outside-profile").under(profile.clause(subjects.source())));
        }
        return faults;
    }

    static Faults course(AcademyCourse course) {
        return new Faults()
                .unless(!course.endsOn().isBefore(course.startsOn()), Fault.at("/endsOn", "ends-before-start"))
                .unless(course.registrationUntil() == null || !course.registrationUntil().isAfter(course.startsOn()),
                        Fault.at("/registrationUntil", "after-start"));
    }

    /// Registered in time; completed not before it began.
    static Faults enrolment(CourseEnrolment place, AcademyCourse course) {
        return new Faults()
                .unless(course.registrationUntil() == null || !place.registeredOn().isAfter(course.registrationUntil()),
                        Fault.at("/registeredOn", "registration-over"))
                .unless(place.completedOn() == null || !place.completedOn().isBefore(course.startsOn()),
                        Fault.at("/completedOn", "before-start"));
    }
}
