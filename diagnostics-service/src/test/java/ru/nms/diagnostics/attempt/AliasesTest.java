package ru.nms.diagnostics.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.instrument.Option;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.scoring.Answer;
import ru.nms.diagnostics.scoring.Key;
import ru.nms.diagnostics.scoring.TaskKind;

class AliasesTest {

    private static final List<Option> THREE = List.of(new Option("1", "один"), new Option("2", "два"), new Option("3", "три"));
    private static final List<Option> TWO = List.of(new Option("1", "один"), new Option("2", "два"));
    private static final Paper.Item ORDERING = item(TaskKind.ORDERING, THREE, List.of());
    private static final Paper.Item MATCHING = item(TaskKind.MATCHING, TWO, THREE);

    @Test
    void tellNothingToWhoSortsByThem() {
        var sorted = IntStream.range(0, 300).mapToObj(i -> fresh().shown(ORDERING).options().stream()
                .sorted(Comparator.comparing(Option::code)).map(Option::text).toList()).distinct();
        var shown = IntStream.range(0, 300).mapToObj(i -> fresh().shown(ORDERING).options().stream().map(Option::text).toList()).distinct();

        assertThat(sorted).hasSize(6);
        assertThat(shown).hasSize(6);
    }

    @Test
    void tellAnOptionFromItsTargetOfTheSameCode() {
        var shown = fresh().shown(MATCHING);

        assertThat(shown.form().options()).hasSize(2).doesNotContainAnyElementsOf(shown.form().targets());
        assertThat(shown.form().targets()).hasSize(3).doesNotHaveDuplicates();
        assertThat(shown.options()).extracting(Option::text).containsExactly("один", "два");
    }

    @Test
    void areTheSameEachTimeAndOthersInAnotherAttempt() {
        var aliases = fresh();
        assertThat(aliases.shown(ORDERING)).isEqualTo(new Aliases(aliases.attempt(), aliases.secret()).shown(ORDERING));
        assertThat(aliases.shown(ORDERING).form().options()).doesNotContainAnyElementsOf(fresh().shown(ORDERING).form().options());
    }

    @Test
    void followFromTheSecretAndNotFromWhatThePersonKnows() {
        var attempt = UUID.randomUUID();
        assertThat(new Aliases(attempt, UUID.randomUUID()).shown(ORDERING).form().options())
                .doesNotContainAnyElementsOf(new Aliases(attempt, UUID.randomUUID()).shown(ORDERING).form().options());
    }

    @Test
    void areTranslatedThereAndBack() {
        var aliases = fresh();
        for (var told : Map.of(ORDERING, Answer.order("3", "1", "2"), MATCHING, Answer.pairs(Map.of("1", "3"))).entrySet()) {
            var saved = new SavedAnswer(told.getKey().id(), 1, told.getValue(), Instant.EPOCH, null);
            var shown = aliases.told(List.of(saved), List.of(ORDERING, MATCHING)).getFirst().answer();

            assertThat(shown).isNotEqualTo(told.getValue());
            assertThat(shown.faults(aliases.shown(told.getKey()).form(), "/answer")).isEmpty();
            assertThat(aliases.meant(told.getKey(), shown)).isEqualTo(told.getValue());
        }
        assertThat(aliases.meant(ORDERING, Answer.none())).isEqualTo(Answer.none());
    }

    @Test
    void leaveCodesAsTheyAreWhereSomebodyHoldsAnOldPaper() {
        var shown = IntStream.range(0, 300).mapToObj(i -> new Aliases(UUID.randomUUID(), null).shown(ORDERING).form().options()).distinct();
        assertThat(shown).hasSize(6).allSatisfy(codes -> assertThat(codes).containsExactlyInAnyOrder("1", "2", "3"));
    }

    @Test
    void leaveChoicesAsTheAuthorHasThem() {
        var choice = item(TaskKind.MULTIPLE_CHOICE, THREE, List.of());
        assertThat(fresh().shown(choice)).isEqualTo(choice);
        assertThat(fresh().meant(choice, Answer.chosen("2"))).isEqualTo(Answer.chosen("2"));
    }

    private static Aliases fresh() {
        return new Aliases(UUID.randomUUID(), UUID.randomUUID());
    }

    private static Paper.Item item(TaskKind kind, List<Option> options, List<Option> targets) {
        return new Paper.Item(UUID.randomUUID(), "A", null, 1, kind, "C", null, "?", options, targets, BigDecimal.TWO, List.of(), Key.none());
    }
}
