package ru.nms.diagnostics.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.diagnostics.attempt.Attempt.Status;
import ru.nms.diagnostics.attempt.Attempt.Step;
import ru.nms.diagnostics.campaign.OpenCampaign;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.result.Outcome;
import ru.nms.diagnostics.scoring.Answer;
import ru.nms.diagnostics.scoring.Key;
import ru.nms.diagnostics.scoring.TaskKind;
import ru.nms.diagnostics.scoring.Verdict;
import ru.nms.platform.problem.Refusal;

class AttemptTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final UUID INSTRUMENT = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "RUNNING,SUBMIT,JUDGING", "RUNNING,GRADE,-", "RUNNING,APPEAL,-", "RUNNING,DECIDE,-", "RUNNING,ANNUL,ANNULLED",
        "JUDGING,SUBMIT,-", "JUDGING,GRADE,GRADED", "JUDGING,APPEAL,-", "JUDGING,DECIDE,-", "JUDGING,ANNUL,ANNULLED",
        "GRADED,SUBMIT,-", "GRADED,GRADE,-", "GRADED,APPEAL,APPEALED", "GRADED,DECIDE,-", "GRADED,ANNUL,ANNULLED",
        "APPEALED,SUBMIT,-", "APPEALED,GRADE,-", "APPEALED,APPEAL,-", "APPEALED,DECIDE,GRADED", "APPEALED,ANNUL,ANNULLED",
        "ANNULLED,SUBMIT,-", "ANNULLED,GRADE,-", "ANNULLED,APPEAL,-", "ANNULLED,DECIDE,-", "ANNULLED,ANNUL,-"})
    void knowsEveryPairOfStatusAndStep(Status from, Step step, String to) {
        if (to.equals("-")) {
            assertThatThrownBy(() -> from.on(step)).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.code()).isEqualTo("attempt.wrong-status"));
        } else {
            assertThat(from.on(step)).isEqualTo(Status.valueOf(to));
        }
    }

    @ParameterizedTest
    @CsvSource({"REQUESTED,ACCEPT,ACCEPTED", "REQUESTED,DECLINE,DECLINED", "REQUESTED,CLOSE,CLOSED",
        "ACCEPTED,ACCEPT,-", "ACCEPTED,CLOSE,-", "DECLINED,CLOSE,-", "CLOSED,ACCEPT,-", "CLOSED,DECLINE,-", "CLOSED,CLOSE,-", "ACCEPTED,DECLINE,-",
        "DECLINED,ACCEPT,-", "DECLINED,DECLINE,-"})
    void decidesAnAppealOnce(Appeal.Status from, Appeal.Decision decision, String to) {
        var appeal = new Appeal(UUID.randomUUID(), 1, START, UUID.randomUUID(), "…", from, null, BigDecimal.ONE, null);
        if (to.equals("-")) {
            assertThatThrownBy(() -> appeal.on(decision, "…")).isInstanceOf(Refusal.class);
        } else {
            assertThat(appeal.on(decision, "…").status()).isEqualTo(Appeal.Status.valueOf(to));
        }
    }

    @Test
    void endsWithItsLimitOrWithTheCampaign() {
        assertThat(started(30, Duration.ofHours(2)).deadline()).isEqualTo(START.plusSeconds(1800));
        assertThat(started(180, Duration.ofHours(2)).deadline()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(started(null, Duration.ofHours(2)).deadline()).isEqualTo(START.plus(Duration.ofHours(2)));
    }

    @Test
    void isOverAtTheDeadlineAndCountsAsHandedInThen() {
        var attempt = started(30, Duration.ofHours(2));

        assertThat(attempt.isOver(attempt.deadline().minusNanos(1))).isFalse();
        assertThat(attempt.isOver(attempt.deadline())).isTrue();
        assertThat(attempt.submitted(START.plusSeconds(60)).submittedAt()).isEqualTo(START.plusSeconds(60));
        assertThat(attempt.submitted(START.plusSeconds(9999)).submittedAt()).isEqualTo(attempt.deadline());
    }

    @Test
    void givesTheSameVariantToTheSamePersonAndTheNextOneInTheNextAttempt() {
        var campaign = campaign(Duration.ofHours(1));
        var person = UUID.randomUUID();
        var variants = IntStream.rangeClosed(1, 4).map(number -> started(campaign, person, number).variant()).toArray();

        assertThat(variants[3]).isEqualTo(variants[0]);
        assertThat(List.of(variants[0], variants[1], variants[2])).containsExactlyInAnyOrder(1, 2, 3);
        var drawn = IntStream.range(0, 600).map(i -> started(campaign, UUID.randomUUID(), 1).variant()).boxed().toList();
        assertThat(drawn.stream().distinct()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void sumsPointsByAreaAndCountsWhatWasNotAnsweredAsNothing() {
        var first = item("METHODICAL", 2, TaskKind.SINGLE_CHOICE);
        var second = item("METHODICAL", 3, TaskKind.SINGLE_CHOICE);
        var third = item("SUBJECT", 5, TaskKind.OPEN);
        var nowhere = item(null, 1, TaskKind.SINGLE_CHOICE);
        var tasks = List.of(first, second, third, nowhere);
        var answers = List.of(answered(first, Answer.chosen("A")), answered(third, Answer.text("Потому что")),
                answered(nowhere, Answer.chosen("A")));

        assertThat(Grade.scored(tasks, answers)).isEqualTo(Map.of(first.id(), BigDecimal.valueOf(2), nowhere.id(), BigDecimal.ONE));
        assertThat(Grade.open(tasks, answers)).containsExactly(third);
        assertThat(Grade.open(tasks, List.of(answered(third, Answer.text("  "))))).isEmpty();
        assertThat(Grade.of(tasks, Map.of(first.id(), BigDecimal.TWO, third.id(), new BigDecimal("2.5"), nowhere.id(), BigDecimal.ONE)))
                .isEqualTo(new Grade(new BigDecimal("5.5"), BigDecimal.valueOf(11), List.of(
                        new Outcome.Part("METHODICAL", BigDecimal.TWO, BigDecimal.valueOf(5)),
                        new Outcome.Part("SUBJECT", new BigDecimal("2.5"), BigDecimal.valueOf(5)))));
    }

    @Test
    void decidesAboutAnOpenAnswerWhenAllWhoWereAskedHaveJudged() {
        assertThat(Judgement.verdict(List.of(given(1, "5"), given(2, null)), BigDecimal.TEN, 20)).isNull();
        assertThat(Judgement.verdict(List.of(given(1, "5"), given(2, "7")), BigDecimal.TEN, 20))
                .isEqualTo(new Verdict.Settled(new BigDecimal("6.000")));
        assertThat(Judgement.verdict(List.of(given(1, "5"), given(2, "7.001")), BigDecimal.TEN, 20)).isEqualTo(new Verdict.NeedsThird());
        assertThat(Judgement.verdict(List.of(given(1, "5"), given(2, "8"), given(3, null)), BigDecimal.TEN, 20)).isNull();
        assertThat(Judgement.verdict(List.of(given(1, "5"), given(2, "8"), given(3, "4")), BigDecimal.TEN, 20))
                .isEqualTo(new Verdict.Settled(new BigDecimal("4")));
    }

    @Test
    void drawsJudgesTheSameWayEachTimeAndNeverThePersonThemselves() {
        var attempt = started(30, Duration.ofHours(1));
        var all = List.of(UUID.randomUUID(), UUID.randomUUID(), attempt.personId(), UUID.randomUUID(), UUID.randomUUID());

        assertThat(Judges.of(all, attempt).inOrder()).hasSize(4).doesNotHaveDuplicates().doesNotContain(attempt.personId())
                .isEqualTo(Judges.of(all.reversed(), attempt).inOrder());
        var judges = Judges.of(all, attempt);
        assertThat(judges.besides(List.of(judges.of(1), judges.of(2)))).isEqualTo(judges.of(3));
        assertThat(judges.besides(List.of(judges.of(1), judges.of(3)))).isEqualTo(judges.of(2));
    }

    private static Judgement given(int turn, String points) {
        return new Judgement(UUID.randomUUID(), INSTRUMENT, INSTRUMENT, INSTRUMENT, UUID.randomUUID(), turn,
                points == null ? null : new BigDecimal(points));
    }

    private static SavedAnswer answered(Paper.Item item, Answer answer) {
        return new SavedAnswer(item.id(), 1, answer, START, null);
    }

    private static Paper.Item item(String area, int points, TaskKind kind) {
        return new Paper.Item(UUID.randomUUID(), "A", null, 1, kind, "C", area, "?", List.of(), List.of(), BigDecimal.valueOf(points),
                List.of(), kind == TaskKind.OPEN ? null : Key.chosen("A"));
    }

    private static Attempt started(Integer limit, Duration left) {
        return Attempt.start(UUID.randomUUID(), campaign(left), UUID.randomUUID(), paper(limit, 1), 1, UUID.randomUUID(), START);
    }

    private static Attempt started(OpenCampaign campaign, UUID person, int number) {
        return Attempt.start(UUID.randomUUID(), campaign, person, paper(30, 3), number, UUID.randomUUID(), START);
    }

    private static OpenCampaign campaign(Duration left) {
        return new OpenCampaign(UUID.randomUUID(), "К", INSTRUMENT, null, START.minusSeconds(60), START.plus(left), 1, 20, List.of(),
                false, false);
    }

    private static Paper paper(Integer limit, int variants) {
        return new Paper(INSTRUMENT, "C", 1, "Т", "P", "CNPPM", UUID.randomUUID(), null, limit, variants, true, List.of());
    }
}
