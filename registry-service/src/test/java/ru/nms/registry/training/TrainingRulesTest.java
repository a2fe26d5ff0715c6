package ru.nms.registry.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.Clause;

/// The federal assessment of methodical competences, as the letter to Arkhangelsk describes it.
class TrainingRulesTest {

    private final List<String> subjects = requireNonNull(requireNonNull(RegionProfiles.load("arkhangelsk").methodist().assessment()).subjects()).items();

    private static Faults faults(String region, int stage, List<String> subjects) {
        return new TrainingRules(RegionProfiles.load(region)).round(
                new AssessmentRound(2026, stage, LocalDate.of(2026, 4, 1), subjects, null, null, null));
    }

    private static String line(String number) {
        return "Минпросвещения России «Оценка предметных и методических компетенций учителей» от 22.02.2022 № АЗ-186/08 (строка %s)".formatted(number);
    }

    @Test
    @Clause("DIA-018")
    void takesTheFifteenSubjectsAndNoOther() {
        assertThat(subjects).hasSize(15);
        assertThat(faults("arkhangelsk", 1, subjects).found()).isEmpty();
        assertThat(faults("arkhangelsk", 1, List.of("РУССКИЙ ЯЗЫК")).found()).isEmpty();

        assertThat(faults("arkhangelsk", 1, Stream.concat(subjects.stream(), Stream.of("музыка")).toList()).found())
                .extracting(Fault::pointer, Fault::code, Fault::clause)
                .containsExactly(tuple("/subjects/15", "outside-profile", line("270")));
    }

    @Test
    @Clause("DIA-018")
    void hasTwoStages() {
        assertThat(faults("arkhangelsk", 2, subjects).found()).isEmpty();
        assertThat(faults("arkhangelsk", 3, subjects).found()).extracting(Fault::pointer, Fault::clause)
                .containsExactly(tuple("/stage", line("272")));
    }

    @Test
    void leavesSubjectsAndStagesOpenWhereTheRegionNamesNone() {
        assertThat(faults("tyumen", 3, List.of("музыка")).found()).isEmpty();
    }
}
