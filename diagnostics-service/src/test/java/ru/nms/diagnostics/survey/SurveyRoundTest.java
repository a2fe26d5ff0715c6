package ru.nms.diagnostics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.diagnostics.survey.SurveyRound.Status;
import ru.nms.platform.problem.Refusal;

class SurveyRoundTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private static SurveyRound round(Status status) {
        return new SurveyRound(SurveyKind.BURNOUT, "Опрос", 2026, List.of(UUID.randomUUID()), FIRST, FIRST.plusDays(2), null, null, status,
                null, null, null, null);
    }

    private static SurveyRound after(SurveyRound round, String action) {
        return switch (action) {
            case "opening" -> round.opened();
            case "closure" -> round.closed(7L, List.of());
            case "analysis" -> round.analysed("Вывод", FIRST);
            default -> throw new IllegalArgumentException(action);
        };
    }

    @ParameterizedTest
    @CsvSource({"PLANNED,opening,OPEN", "PLANNED,closure,-", "PLANNED,analysis,-", "OPEN,opening,-", "OPEN,closure,CLOSED", "OPEN,analysis,-",
            "CLOSED,opening,-", "CLOSED,closure,-", "CLOSED,analysis,ANALYSED", "ANALYSED,opening,-", "ANALYSED,closure,-", "ANALYSED,analysis,-"})
    void knowsEveryPairOfStatusAndAction(Status from, String action, String to) {
        if (to.equals("-")) {
            assertThatThrownBy(() -> after(round(from), action)).isInstanceOf(Refusal.class);
        } else {
            assertThat(after(round(from), action).stands()).isEqualTo(Status.valueOf(to));
        }
    }

    @ParameterizedTest
    @CsvSource({"OPEN,-1,false", "OPEN,0,true", "OPEN,1,true", "OPEN,2,false", "PLANNED,0,false", "CLOSED,0,false", "ANALYSED,0,false"})
    void asksFromItsFirstDayToItsLastWhileItIsOpen(Status status, int day, boolean asks) {
        assertThat(round(status).asksOn(FIRST.plusDays(day))).isEqualTo(asks);
    }
}
