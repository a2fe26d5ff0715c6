package ru.nms.diagnostics.deficit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import ru.nms.diagnostics.deficit.Course.Closed;
import ru.nms.diagnostics.deficit.Course.Finding;
import ru.nms.diagnostics.deficit.Course.Finding.Strong;
import ru.nms.diagnostics.deficit.Course.Finding.Weak;
import ru.nms.diagnostics.deficit.Course.None;
import ru.nms.diagnostics.deficit.Course.Open;
import ru.nms.platform.region.Origin;
import ru.nms.platform.testkit.Clause;

class CourseTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID NEW = new UUID(0, 3);

    private static final Course NONE = new None();
    private static final Course OPEN = new Open("HIGH", Origin.PRODUCT_DEFAULT, MARCH, FIRST);
    private static final Course CLOSED = new Closed("HIGH", Origin.PRODUCT_DEFAULT, MARCH, MAY, SECOND);
    private static final Finding WEAK = new Weak("LOW", Origin.REGION, SEPTEMBER, NEW);
    private static final Finding STRONG = new Strong(SEPTEMBER, NEW);

    static Stream<Arguments> everyPair() {
        return Stream.of(
                Arguments.of(NONE, WEAK, new Open("LOW", Origin.REGION, SEPTEMBER, NEW)),
                Arguments.of(NONE, STRONG, NONE),
                Arguments.of(OPEN, WEAK, new Open("LOW", Origin.REGION, MARCH, NEW)),
                Arguments.of(OPEN, STRONG, new Closed("HIGH", Origin.PRODUCT_DEFAULT, MARCH, SEPTEMBER, NEW)),
                Arguments.of(CLOSED, WEAK, new Open("LOW", Origin.REGION, SEPTEMBER, NEW)),
                Arguments.of(CLOSED, STRONG, CLOSED));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    @Clause("DIA-007")
    void knowsWhatEveryFindingMeansInEveryState(Course before, Finding finding, Course after) {
        assertThat(before.on(finding)).isEqualTo(after);
    }

    @Test
    void missesNoPair() {
        assertThat(everyPair().count())
                .isEqualTo((long) Course.class.getPermittedSubclasses().length * Finding.class.getPermittedSubclasses().length);
    }
}
