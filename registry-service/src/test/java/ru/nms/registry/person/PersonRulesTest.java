package ru.nms.registry.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.region.Position;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.region.YoungTeacherRule.Interval;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.organisation.Organisation;

class PersonRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private final Organisation school = organisation("SCHOOL");
    private final Organisation university = organisation("HIGHER_EDUCATION");
    private final Map<UUID, Organisation> places = Map.of(school.id(), school, university.id(), university);
    private final PersonRules perm = rules("perm");

    @ParameterizedTest
    @Clause({"REG-006", "PRF-10"})
    @CsvSource({
            "1990-11-22, 2025-09-01, 2026-11-21, true,  the last day at 35",
            "1990-11-22, 2025-09-01, 2026-11-22, false, the 36th birthday",
            "1991-11-22, 2025-09-01, 2026-11-22, true,  the 35th birthday",
            "1998-01-01, 2023-11-22, 2026-11-21, true,  the day before the third anniversary",
            "1998-01-01, 2023-11-22, 2026-11-22, false, the third anniversary",
            "1998-01-01, 2023-11-22, 2026-11-23, false, the day after",
            "1998-01-01, 2023-11-22, 2023-11-22, true,  the first day",
            "1998-01-01, 2023-11-22, 2023-11-21, false, the day before the first",
            "1992-02-29, 2026-09-01, 2028-02-28, true,  born on 29 February: still 35",
            "1992-02-29, 2026-09-01, 2028-02-29, false, born on 29 February: 36",
            "1998-01-01, 2024-02-29, 2027-02-28, true,  begun on 29 February: the third year ends with February",
            "1998-01-01, 2024-02-29, 2027-03-01, false, begun on 29 February: the fourth year",
    })
    void countsAsYoungToTheDay(LocalDate born, LocalDate since, LocalDate on, boolean young) {
        assertThat(holds(perm.young(card(born, post(school, Position.TEACHER, since, null)), places), on)).isEqualTo(young);
    }

    @Test
    void countsTheYearsFromTheFirstTeachingPost() {
        var earlier = new Post(school.id(), Position.TEACHER, List.of(), day("2025-09-01"), null, day("2022-09-01"), null, null);

        assertThat(perm.young(card(day("1998-01-01"), earlier), places))
                .containsExactly(new Interval(day("2022-09-01"), day("2025-09-01")));
    }

    /// Three years at a university until the day before school: where its staff are no teachers, the years begin at school.
    @ParameterizedTest
    @Clause({"PRF-10", "REG-006"})
    @CsvSource({
            "perm,    2026-09-01, true,  the first day at school",
            "perm,    2029-08-31, true,  the last day of the third year at school",
            "perm,    2029-09-01, false, the third anniversary at school",
            "perm,    2026-08-31, false, the last day at the university",
            "kuzbass, 2029-08-31, true,  the last day of the third year at school",
            "kuzbass, 2029-09-01, false, the third anniversary at school",
            "tyumen,  2023-09-01, true,  the first day at the university",
            "tyumen,  2026-08-31, true,  the last day of the third year of teaching",
            "tyumen,  2026-09-01, false, the third anniversary of the first post",
    })
    void countsTheYearsInPostsThatMakeSomebodyATeacherInTheRegion(String region, LocalDate on, boolean young) {
        var lecturer = post(university, Position.TEACHER, day("2023-09-01"), day("2026-09-01"));
        var teacher = post(school, Position.TEACHER, day("2026-09-01"), null);

        assertThat(holds(rules(region).young(card(day("1998-01-01"), lecturer, teacher), places), on)).isEqualTo(young);
    }

    /// Neither years in other positions nor the time between two posts move the anniversary.
    @ParameterizedTest
    @Clause("PRF-10")
    @ValueSource(strings = {"perm", "kuzbass", "tyumen"})
    void countsNoYearsBeforeTheFirstTeachingPostAndEveryYearAfterIt(String region) {
        var secretary = post(school, Position.OTHER, day("2020-09-01"), day("2023-09-01"));
        var first = post(school, Position.TEACHER, day("2023-09-01"), day("2024-01-01"));
        var second = post(school, Position.TEACHER, day("2026-01-01"), null);

        assertThat(rules(region).young(card(day("1998-01-01"), secretary, first, second), places)).containsExactly(
                new Interval(day("2023-09-01"), day("2024-01-01")), new Interval(day("2026-01-01"), day("2026-09-01")));
    }

    @Test
    void isYoungOnlyWhileATeachingPostIsHeld() {
        var left = post(school, Position.TEACHER, day("2025-09-01"), day("2026-06-01"));
        var head = post(school, Position.HEAD, day("2026-06-01"), null);

        assertThat(perm.young(card(day("1998-01-01"), left, head), places))
                .containsExactly(new Interval(day("2025-09-01"), day("2026-06-01")));
        assertThat(perm.young(card(day("1998-01-01"), head), places)).isEmpty();
    }

    /// The second post is taken up a day after the gap; one that follows at once goes on.
    @Test
    @Clause({"REG-006", "REG-018"})
    void isNotYoungBetweenTwoTeachingPosts() {
        var one = post(school, Position.TEACHER, day("2024-09-01"), day("2025-03-01"));
        var later = post(school, Position.TEACHER, day("2025-09-01"), null);
        var atOnce = post(school, Position.TEACHER, day("2025-03-01"), null);

        assertThat(perm.young(card(day("1998-01-01"), later, one), places))
                .containsExactly(new Interval(day("2024-09-01"), day("2025-03-01")), new Interval(day("2025-09-01"), day("2027-09-01")));
        assertThat(perm.young(card(day("1998-01-01"), one, atOnce), places))
                .containsExactly(new Interval(day("2024-09-01"), day("2027-09-01")));
    }

    @Test
    void isNeverYoungWithoutABirthDateOrBegunTooLate() {
        assertThat(perm.young(card(null, post(school, Position.TEACHER, day("2025-09-01"), null)), places)).isEmpty();
        assertThat(perm.young(card(day("1980-01-01"), post(school, Position.TEACHER, day("2025-09-01"), null)), places)).isEmpty();
    }

    @ParameterizedTest
    @Clause("PRF-10")
    @ValueSource(strings = {"sevastopol", "arkhangelsk"})
    void knowsNoYoungTeachersWhereTheSourcesNameNone(String region) {
        var rules = rules(region);

        assertThat(rules.knowsYoungTeachers()).isFalse();
        assertThat(rules.young(card(day("1998-01-01"), post(school, Position.TEACHER, day("2025-09-01"), null)), places)).isEmpty();
    }

    @Test
    @Clause("REG-002")
    void leavesUniversityStaffOutWhereTheProfileSaysSo() {
        var lecturer = post(university, Position.TEACHER, day("2025-09-01"), null);

        assertThat(perm.teaching(lecturer, university)).isFalse();
        assertThat(rules("tyumen").teaching(lecturer, university)).isTrue();
        assertThat(perm.teaching(post(school, Position.TEACHER, day("2025-09-01"), null), school)).isTrue();
        assertThat(perm.teaching(post(school, Position.HEAD, day("2025-09-01"), null), school)).isFalse();
    }

    @ParameterizedTest
    @Clause("REG-010")
    @CsvSource(nullValues = "-", value = {
            "Физика, физика, true", "Физика, Математика и физика, true", "ФИЗИКА, 'математика; физика', true",
            "Физика, биология, false", "Физика, астрофизика, false", "Химия, физика, -"})
    void comparesASubjectWithTheEducationUnderWhichItIsTaught(String taught, String profile, @Nullable Boolean fits) {
        var subject = taught.equals("Химия") ? "Биология" : taught;
        var card = new Card(null, "А", "Б", null, null, null, null, null, null, null,
                List.of(new SubjectProfile(subject, profile)), List.of());

        assertThat(card.fits(taught)).isEqualTo(fits);
    }

    @Test
    @Clause("REG-010")
    void matchesAPostWhenEveryKnownSubjectOfItDoes() {
        var physics = new SubjectProfile("Физика", "физика");
        var chemistry = new SubjectProfile("Химия", "история");

        assertThat(match(List.of(physics, chemistry), "Физика", "Химия")).isFalse();
        assertThat(match(List.of(physics, chemistry), "Физика", "Труд")).isTrue();
        assertThat(match(List.of(), "Физика")).isNull();
    }

    private @Nullable Boolean match(List<SubjectProfile> profiles, String... subjects) {
        var post = new Post(school.id(), Position.TEACHER, List.of(subjects), day("2025-09-01"), null, null, null, null);
        return perm.educationMatch(post, new Card(null, "А", "Б", null, null, null, null, null, null, null, profiles, List.of(post)));
    }

    @ParameterizedTest
    @Clause("REG-011")
    @CsvSource({"18, 18, false", "18, 18.01, true", "36.5, 0, true", "0, 0, false"})
    void flagsALoadAboveTheRegionsHoursOverAllPosts(BigDecimal here, BigDecimal there, boolean flagged) {
        var card = card(null, loaded(school, here), loaded(university, there));

        assertThat(perm.overloaded(perm.weeklyHours(card, TODAY))).isEqualTo(flagged);
        assertThat(perm.overloaded(perm.weeklyHours(card, day("2020-01-01")))).as("before the posts").isFalse();
    }

    private static Post loaded(Organisation organisation, BigDecimal hours) {
        return new Post(organisation.id(), Position.TEACHER, List.of(), day("2025-09-01"), null, null, hours, null);
    }

    @ParameterizedTest
    @Clause("REG-001")
    @CsvSource(nullValues = "-", value = {"2021-11-22, 5", "2021-11-23, 4", "2026-11-22, 0", "-, -"})
    void countsFullYearsInTheSpeciality(@Nullable LocalDate since, @Nullable Integer years) {
        var card = new Card(null, "А", "Б", null, null, null, null, null, since, null, List.of(), List.of());

        assertThat(perm.specialityYears(card, TODAY)).isEqualTo(years);
    }

    @Test
    @Clause("REG-003")
    void listsManagementPositionsAsTheRegionDoes() {
        assertThat(Arrays.stream(Position.values()).filter(it -> perm.management(post(school, it, TODAY, null))))
                .containsExactly(Position.HEAD, Position.DEPUTY_HEAD, Position.UNIT_HEAD);
        assertThat(Arrays.stream(Position.values()).filter(it -> rules("tyumen").management(post(school, it, TODAY, null))))
                .containsExactly(Position.HEAD, Position.DEPUTY_HEAD, Position.UNIT_HEAD);
    }

    @Test
    void refusesDatesOfEducationThatCannotBe() {
        var card = new Card(null, "А", "Б", null, day("1995-01-01"), null, null, null, day("2026-11-23"),
                new Card.Graduation("ПГГПУ", day("1994-01-01")),
                List.of(new SubjectProfile("Физика", "физика"), new SubjectProfile("физика", "химия")), List.of());

        assertThat(perm.check(card, places, TODAY).found()).extracting(Fault::pointer, Fault::code).containsExactly(
                tuple("/specialitySince", "not-future"), tuple("/graduation/on", "before-birth"),
                tuple("/subjectProfiles", "repeated-subject"));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var nowhere = new Post(UUID.randomUUID(), Position.HEAD, List.of(), day("1990-01-01"), day("1990-01-01"),
                day("1991-01-01"), null, null);
        var card = new Card(null, "А", "Б", null, day("1995-01-01"), null, day("2026-11-23"), null, null, null, List.of(), List.of(nowhere));

        assertThat(perm.check(card, places, TODAY).found()).extracting(Fault::pointer, Fault::code).containsExactly(
                tuple("/attestedOn", "not-future"), tuple("/posts/0/organisationId", "unknown-organisation"),
                tuple("/posts/0/until", "ends-before-start"), tuple("/posts/0/since", "before-birth"),
                tuple("/posts/0/teachingSince", "before-birth"), tuple("/posts/0/teachingSince", "not-a-teacher"));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }

    private static boolean holds(List<Interval> young, LocalDate day) {
        return young.stream().anyMatch(it -> it.contains(day));
    }

    private static PersonRules rules(String region) {
        return new PersonRules(RegionProfiles.load(region));
    }

    private static Organisation organisation(String kind) {
        return new Organisation(UUID.randomUUID(), 1, Instant.EPOCH, Instant.EPOCH, kind, "INSTITUTIONAL", kind, List.of(),
                null, null, null);
    }

    private static Post post(Organisation organisation, Position position, LocalDate since, @Nullable LocalDate until) {
        return new Post(organisation.id(), position, List.of(), since, until, null, null, null);
    }

    private static Card card(@Nullable LocalDate born, Post... posts) {
        return new Card(null, "Фамилия", "Имя", null, born, null, null, null, null, null, List.of(), List.of(posts));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
