package ru.nms.iom.route;

import static ru.nms.iom.person.Actor.COORDINATOR;
import static ru.nms.iom.person.Actor.METHODIST;
import static ru.nms.iom.person.Actor.ORGANISATION;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import ru.nms.iom.person.Actor;
import ru.nms.iom.route.Route.Status;
import ru.nms.platform.problem.Refusal;

/// What people do with a route, named like the address they call, and who may do it in which state.
enum RouteAction {
    ITEMS, SUBMISSION, AGREEMENT, APPROVAL, RETURN, START, PROGRESS, COMPLETION;

    /// The name in addresses, in `possible` and in the history.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Nobody where the state does not allow it.
    Set<Actor> whoMay(Status status) {
        return switch (status) {
            case DRAFT, RETURNED -> switch (this) {
                case ITEMS -> Set.of(Actor.PERSON, METHODIST);
                case SUBMISSION -> Set.of(Actor.PERSON);
                case AGREEMENT, APPROVAL, RETURN, START, PROGRESS, COMPLETION -> Set.of();
            };
            case SUBMITTED -> switch (this) {
                case AGREEMENT, RETURN -> Set.of(ORGANISATION);
                case ITEMS, SUBMISSION, APPROVAL, START, PROGRESS, COMPLETION -> Set.of();
            };
            case AGREED -> switch (this) {
                case APPROVAL, RETURN -> Set.of(COORDINATOR);
                case ITEMS, SUBMISSION, AGREEMENT, START, PROGRESS, COMPLETION -> Set.of();
            };
            case APPROVED -> this == START ? Set.of(Actor.PERSON, METHODIST) : Set.of();
            case IN_PROGRESS -> switch (this) {
                case PROGRESS, COMPLETION -> Set.of(Actor.PERSON, METHODIST);
                case ITEMS, SUBMISSION, AGREEMENT, APPROVAL, RETURN, START -> Set.of();
            };
            case COMPLETED -> Set.of();
        };
    }

    static List<String> possible(Status status, Set<Actor> actors) {
        return Arrays.stream(values()).filter(action -> action.open(status, actors)).map(RouteAction::code).toList();
    }

    /// @throws Refusal 403 when it is never theirs to do, 409 when the state does not allow it to them now
    void check(Status status, Set<Actor> actors) {
        if (open(status, actors)) {
            return;
        }
        if (Arrays.stream(Status.values()).noneMatch(some -> open(some, actors))) {
            throw Refusal.forbidden();
        }
        throw Refusal.conflict("iom.wrong-status", status).with("possible", possible(status, actors));
    }

    /// Nobody judges their own route, whatever further roles they have.
    boolean judges() {
        return this == AGREEMENT || this == APPROVAL || this == RETURN;
    }

    private boolean open(Status status, Set<Actor> actors) {
        return !Collections.disjoint(whoMay(status), actors);
    }

    /// In which capacity an actor of this set does it; the first that may.
    Actor by(Status status, Set<Actor> actors) {
        return actors.stream().filter(whoMay(status)::contains).findFirst().orElseThrow(Refusal::forbidden);
    }
}
