package ru.nms.iom.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.nms.iom.route.Samples.attendance;
import static ru.nms.iom.route.Samples.planned;
import static ru.nms.iom.route.Samples.route;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import ru.nms.iom.person.Actor;
import ru.nms.iom.route.Route.Status;
import ru.nms.iom.route.RouteCommand.Agree;
import ru.nms.iom.route.RouteCommand.Approve;
import ru.nms.iom.route.RouteCommand.Attend;
import ru.nms.iom.route.RouteCommand.Complete;
import ru.nms.iom.route.RouteCommand.Edit;
import ru.nms.iom.route.RouteCommand.Progress;
import ru.nms.iom.route.RouteCommand.Return;
import ru.nms.iom.route.RouteCommand.Start;
import ru.nms.iom.route.RouteCommand.Submit;
import ru.nms.iom.route.RouteCommand.Withdraw;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.testkit.Clause;

class RouteTest {

    private static final RouteItem DONE = planned().with(RouteItem.Status.DONE, null, null);

    /// Where each action leads; what is not here is refused.
    private static final Map<Status, Map<RouteAction, Status>> LIFE = Map.of(
            Status.DRAFT, Map.of(RouteAction.ITEMS, Status.DRAFT, RouteAction.SUBMISSION, Status.SUBMITTED),
            Status.RETURNED, Map.of(RouteAction.ITEMS, Status.RETURNED, RouteAction.SUBMISSION, Status.SUBMITTED),
            Status.SUBMITTED, Map.of(RouteAction.AGREEMENT, Status.AGREED, RouteAction.RETURN, Status.RETURNED),
            Status.AGREED, Map.of(RouteAction.APPROVAL, Status.APPROVED, RouteAction.RETURN, Status.RETURNED),
            Status.APPROVED, Map.of(RouteAction.START, Status.IN_PROGRESS),
            Status.IN_PROGRESS, Map.of(RouteAction.PROGRESS, Status.IN_PROGRESS, RouteAction.COMPLETION, Status.COMPLETED),
            Status.COMPLETED, Map.of());

    private static RouteCommand command(RouteAction action) {
        return switch (action) {
            case ITEMS -> new Edit(List.of(DONE));
            case SUBMISSION -> new Submit();
            case AGREEMENT -> new Agree();
            case APPROVAL -> new Approve(Samples.FROM);
            case RETURN -> new Return("Добавьте стажировку");
            case START -> new Start();
            case PROGRESS -> new Progress(DONE.id(), RouteItem.Status.DONE, null, null);
            case COMPLETION -> new Complete(Samples.UNTIL);
        };
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(Status.values()).flatMap(status ->
                Arrays.stream(RouteAction.values()).map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @Clause("IOM-015")
    void everyStatusMeetsEveryCommand(Status status, RouteAction action) {
        var route = route(status, DONE);
        var next = LIFE.get(status).get(action);

        if (next == null) {
            assertThatThrownBy(() -> route.on(command(action))).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.code()).isEqualTo("iom.wrong-status"));
        } else {
            assertThat(route.on(command(action)).status()).isEqualTo(next);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void somebodyMayDoExactlyWhatTheStatusAllows(Status status, RouteAction action) {
        assertThat(action.whoMay(status).isEmpty()).isEqualTo(!LIFE.get(status).containsKey(action));
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void attendanceTouchesRoutesInProgressOnly(Status status) {
        var route = route(status, DONE);
        for (var command : List.of(new Attend(DONE.id(), attendance(UUID.randomUUID())), new Withdraw(UUID.randomUUID()))) {
            if (status == Status.IN_PROGRESS) {
                assertThat(route.on(command).status()).isEqualTo(status);
            } else {
                assertThatThrownBy(() -> route.on(command)).isInstanceOf(Refusal.class);
            }
        }
    }

    @Test
    @Clause({"IOM-015", "GW-004"})
    void onlyTheCoordinatorApproves() {
        for (var status : Status.values()) {
            assertThat(RouteAction.APPROVAL.whoMay(status)).isSubsetOf(Set.of(Actor.COORDINATOR));
        }
        assertThat(RouteAction.APPROVAL.whoMay(Status.AGREED)).containsExactly(Actor.COORDINATOR);
    }

    @Test
    void tellsWhatIsPossible() {
        assertThat(RouteAction.possible(Status.DRAFT, EnumSet.of(Actor.PERSON))).containsExactly("items", "submission");
        assertThat(RouteAction.possible(Status.AGREED, EnumSet.of(Actor.COORDINATOR))).containsExactly("approval", "return");
        assertThat(RouteAction.possible(Status.SUBMITTED, EnumSet.of(Actor.COORDINATOR))).isEmpty();
    }

    @Test
    void completesOnlyWithoutOpenItems() {
        var open = planned();

        assertThatThrownBy(() -> route(Status.IN_PROGRESS, DONE, open).on(new Complete(Samples.UNTIL)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("iom.open-items");
                    assertThat(refusal.more().get("open").toString()).contains(open.id().toString())
                            .doesNotContain(DONE.id().toString());
                });
        assertThat(route(Status.IN_PROGRESS, DONE, open.with(RouteItem.Status.CANCELLED, null, null))
                .on(new Complete(Samples.UNTIL)).completedOn()).isEqualTo(Samples.UNTIL);
    }

    @Test
    void isNotSubmittedEmpty() {
        assertThatThrownBy(() -> route(Status.DRAFT).on(new Submit())).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo("iom.no-items"));
    }

    @Test
    void keepsRemarksUntilItIsSubmittedAgain() {
        var returned = route(Status.SUBMITTED, DONE).on(new Return("Уточните сроки"));

        assertThat(returned.remarks()).isEqualTo("Уточните сроки");
        assertThat(returned.on(new Submit()).remarks()).isNull();
    }

    @Test
    void anItemClosedByAttendanceIsNotOpenedByHand() {
        var item = planned();
        var route = route(Status.IN_PROGRESS, item).on(new Attend(item.id(), attendance(UUID.randomUUID())));

        assertThatThrownBy(() -> route.on(new Progress(item.id(), RouteItem.Status.PLANNED, null, null)))
                .isInstanceOf(Refusal.class);
        var reflected = route.on(new Progress(item.id(), RouteItem.Status.DONE, null, "Применяю на уроках"));
        assertThat(reflected.items().getFirst().attendance()).isNotNull();
        assertThat(reflected.items().getFirst().reflection()).isEqualTo("Применяю на уроках");
    }
}
