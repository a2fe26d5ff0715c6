package ru.nms.iom.route;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.iom.route.Samples.attendance;
import static ru.nms.iom.route.Samples.item;
import static ru.nms.iom.route.Samples.route;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.iom.route.Route.Status;
import ru.nms.iom.route.RouteItem.Kind;
import ru.nms.platform.testkit.Clause;

@Clause("IOM-040")
class AttendanceTest {

    private static final UUID EVENT = UUID.randomUUID();

    @Test
    void closesTheItemThatNamesTheEvent() {
        var other = item(Kind.EVENT, "METHODICAL", null);
        var named = item(Kind.EVENT, "METHODICAL", EVENT);

        assertThat(done(route(Status.IN_PROGRESS, other, named), attendance(EVENT, "METHODICAL"))).containsExactly(named.id());
    }

    @Test
    void elseTheOldestThatPlansAnEventOnTheCompetence() {
        var programme = item(Kind.PROGRAMME, "METHODICAL", null);
        var elsewhere = item(Kind.EVENT, "METHODICAL", UUID.randomUUID());
        var first = item(Kind.EVENT, "METHODICAL", null);
        var second = item(Kind.EVENT, "METHODICAL", null);

        assertThat(done(route(Status.IN_PROGRESS, programme, elsewhere, first, second), attendance(EVENT, "METHODICAL", "IT")))
                .containsExactly(first.id());
    }

    @Test
    void closesNothingThatDoesNotFit() {
        var programme = item(Kind.PROGRAMME, "METHODICAL", null);
        var foreign = item(Kind.EVENT, "IT", null);

        assertThat(done(route(Status.IN_PROGRESS, programme, foreign), attendance(EVENT, "METHODICAL"))).isEmpty();
        assertThat(done(route(Status.APPROVED, item(Kind.EVENT, "METHODICAL", EVENT)), attendance(EVENT, "METHODICAL"))).isEmpty();
    }

    @Test
    void countsEventsWithinTheRoutesTimeOnlyUnlessNamed() {
        var early = new Attendance(UUID.randomUUID(), EVENT, List.of("METHODICAL"), Samples.FROM.minusDays(1));
        var named = item(Kind.EVENT, "METHODICAL", EVENT);

        assertThat(done(route(Status.IN_PROGRESS, item(Kind.EVENT, "METHODICAL", null)), early)).isEmpty();
        assertThat(done(route(Status.IN_PROGRESS, named), early)).containsExactly(named.id());
    }

    @Test
    void closesOneItemOnce() {
        var attendance = attendance(EVENT, "METHODICAL");
        var route = route(Status.IN_PROGRESS, item(Kind.EVENT, "METHODICAL", null), item(Kind.EVENT, "METHODICAL", null));

        var once = Attendance.settle(List.of(route), List.of(attendance));

        assertThat(Attendance.settle(once, List.of(attendance))).isEqualTo(once);
        assertThat(once.getFirst().items().stream().filter(RouteItem::planned)).hasSize(1);
    }

    @Test
    void oneAttendanceServesOneRoute() {
        var attendance = attendance(EVENT, "METHODICAL");
        var finished = Attendance.settle(List.of(route(Status.IN_PROGRESS, item(Kind.EVENT, "METHODICAL", null))),
                List.of(attendance)).getFirst();
        var next = route(Status.IN_PROGRESS, item(Kind.EVENT, "METHODICAL", null));

        assertThat(Attendance.settle(List.of(finished, next), List.of(attendance)).getLast()).isEqualTo(next);
    }

    @Test
    void opensTheItemAgainWhenItIsCorrected() {
        var route = route(Status.IN_PROGRESS, item(Kind.EVENT, "METHODICAL", null));
        var closed = Attendance.settle(List.of(route), List.of(attendance(EVENT, "METHODICAL")));

        assertThat(Attendance.settle(closed, List.of())).containsExactly(route);
    }

    private static List<UUID> done(Route route, Attendance attendance) {
        return Attendance.settle(List.of(route), List.of(attendance)).getFirst().items().stream()
                .filter(item -> item.closedBy(attendance.participationId())).map(RouteItem::id).toList();
    }
}
