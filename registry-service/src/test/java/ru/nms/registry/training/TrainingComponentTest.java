package ru.nms.registry.training;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;

class TrainingComponentTest {

    private static final Region ARKHANGELSK = Region.of("arkhangelsk");

    @Test
    @Clause("REG-072")
    void flagsFewerPersonsThanMunicipalities() {
        for (var round : RegionProfiles.load("arkhangelsk").methodist().assessment().rounds()) {
            var id = ARKHANGELSK.created("assessment-rounds", round(round.year(), 1 + round.municipalities() % 2,
                    "%d-05-%02d".formatted(round.year(), 1 + (int) (System.nanoTime() % 27)), round.persons(), round.municipalities()));
            ARKHANGELSK.get("assessment-rounds/" + id).jsonPath("$.year").isEqualTo(round.year())
                    .jsonPath("$.subjects[0]").isEqualTo("физика")
                    .jsonPath("$.plannedPersons").isEqualTo(round.persons() + 1)
                    .jsonPath("$.fewerPersonsThanMunicipalities").isEqualTo(round.persons() == 15);
        }
        var even = ARKHANGELSK.created("assessment-rounds", round(2040, 1, "2040-01-01", 16, 16));
        ARKHANGELSK.get("assessment-rounds/" + even).jsonPath("$.fewerPersonsThanMunicipalities").isEqualTo(false);
        ARKHANGELSK.get("assessment-rounds?fewerPersonsThanMunicipalities=true&year=2040").jsonPath("$.items").isEmpty();
    }

    @Test
    @Clause("REG-072")
    void knowsTheStagesAndSubjectsOfTheRegion() {
        ARKHANGELSK.refused("assessment-rounds", round(2041, 3, "2041-01-01", 20, 10)).jsonPath("$.errors[0].pointer").isEqualTo("/stage");
        ARKHANGELSK.refused("assessment-rounds", round(2041, 2, "2041-01-01", 20, 10).replace("физика", "астрономия"))
                .jsonPath("$.errors[0].pointer").isEqualTo("/subjects/0");
        Region.TYUMEN.created("assessment-rounds", round(2041, 3, "2041-01-%02d".formatted(1 + (int) (System.nanoTime() % 27)), 20, 10)
                .replace("физика", "астрономия"));
    }

    @Test
    @Clause("REG-073")
    void countsWhoRegistersInTimeAndWhoCompletes() {
        var course = course("\"2022-09-05\"");
        var school = ARKHANGELSK.school();
        for (int n = 0; n < 3; n++) {
            ARKHANGELSK.created("course-enrolments", place(course, ARKHANGELSK.teacher(school), "2022-09-01", "null"));
        }

        ARKHANGELSK.get("academy-courses/" + course).jsonPath("$.enrolled").isEqualTo(3).jsonPath("$.quotaReached").isEqualTo(false);
        ARKHANGELSK.created("course-enrolments", place(course, ARKHANGELSK.teacher(school), "2022-09-05", "\"2022-10-17\""));
        ARKHANGELSK.get("academy-courses/" + course).jsonPath("$.enrolled").isEqualTo(4).jsonPath("$.quotaReached").isEqualTo(true)
                .jsonPath("$.completed").isEqualTo(1).jsonPath("$.hours").isEqualTo(38);
        ARKHANGELSK.refused("course-enrolments", place(course, ARKHANGELSK.teacher(school), "2022-09-06", "null"))
                .jsonPath("$.errors[0].code").isEqualTo("registration-over");
        ARKHANGELSK.refused("course-enrolments", place(course, ARKHANGELSK.teacher(school), "2022-09-05", "\"2022-09-11\""))
                .jsonPath("$.errors[0].code").isEqualTo("before-start");
    }

    private static UUID course(String deadline) {
        return ARKHANGELSK.created("academy-courses", """
                {"title": "Трансформация методической службы %s", "hours": 38, "startsOn": "2022-09-12", "endsOn": "2022-10-17",
                 "registrationUntil": %s, "quotaMin": 4}""".formatted(UUID.randomUUID(), deadline));
    }

    private static String place(UUID course, UUID person, String registered, String completed) {
        return "{\"courseId\": \"%s\", \"personId\": \"%s\", \"registeredOn\": \"%s\", \"completedOn\": %s}"
                .formatted(course, person, registered, completed);
    }

    private static String round(int year, int stage, String on, int persons, int municipalities) {
        return """
                {"year": %d, "stage": %d, "heldOn": "%s", "subjects": ["физика", "химия"], "plannedPersons": %d, "actualPersons": %d,
                 "municipalities": %d}""".formatted(year, stage, on, persons + 1, persons, municipalities);
    }
}
