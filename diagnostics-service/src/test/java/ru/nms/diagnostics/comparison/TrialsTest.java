package ru.nms.diagnostics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.scoring.Key;
import ru.nms.diagnostics.scoring.TaskKind;

class TrialsTest {

    @Test
    void areAsManyAsTasksThatGiveTheSamePoints() {
        assertThat(Trials.of("SUBJECT", paper(2, 2, 2), 1, paper(7), 1)).isEqualTo(new Trials(3, 1));
    }

    /// One task of 10 points decides nearly alone: (10 + 1 + 1)² / (100 + 1 + 1).
    @Test
    void areFewerWhereOneTaskDecidesMoreThanOthers() {
        assertThat(Trials.of("SUBJECT", paper(10, 1, 1), 1, paper(1), 1).before()).isCloseTo(144.0 / 102, within(1e-9));
    }

    @Test
    void areOfTheAreaAndTheVariantAlone() {
        var tasks = Stream.of(item("SUBJECT", null, 1), item("SUBJECT", 1, 1), item("SUBJECT", 2, 1), item("METHODICAL", null, 1)).toList();
        assertThat(Trials.of("SUBJECT", paper(tasks), 1, paper(1), 1)).isEqualTo(new Trials(2, 1));
        assertThat(Trials.of("IT", paper(tasks), 1, paper(tasks), 1)).isNull();
    }

    private static Paper paper(int... points) {
        return paper(IntStream.of(points).mapToObj(one -> item("SUBJECT", null, one)).toList());
    }

    private static Paper paper(List<Paper.Item> tasks) {
        return new Paper(UUID.randomUUID(), "C", 1, "Т", "P", "CNPPM", UUID.randomUUID(), null, null, 2, true, tasks);
    }

    private static Paper.Item item(String area, Integer variant, int points) {
        return new Paper.Item(UUID.randomUUID(), "A", variant, 1, TaskKind.SINGLE_CHOICE, "C", area, "?", List.of(), List.of(),
                BigDecimal.valueOf(points), List.of(), Key.none());
    }
}
