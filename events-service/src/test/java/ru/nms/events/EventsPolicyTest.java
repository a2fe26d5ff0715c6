package ru.nms.events;

import static ru.nms.events.Events.SERVICE;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.ApiDocument;
import ru.nms.platform.testkit.FedCollections;
import ru.nms.platform.testkit.PolicyMatrix;
import ru.nms.platform.testkit.TableForms;

class EventsPolicyTest {

    @Test
    void admitsToEachOperationTheRolesOfThePolicyOnly() {
        var municipality = UUID.randomUUID();
        var organisation = Events.organisation(municipality);
        var event = Events.published(organisation, 5);
        var registration = Events.registered(event, Events.person(organisation, municipality));
        PolicyMatrix.of(SERVICE.context(), SERVICE.port())
                .foreign("/api/events/v1/events/{id}/registrations/{registrationId}",
                        "/api/events/v1/events/%s/registrations/%s".formatted(event, registration))
                .verify();
    }

    @Test
    void isDescribedAsItIsCheckedIn() {
        ApiDocument.verify(SERVICE, "events");
    }

    @Test
    void givesEveryListAsATableToo() {
        TableForms.verify(SERVICE);
    }

    @Test
    void hasARouteAtTheGatewayForEveryCollection() {
        FedCollections.verify(SERVICE, "events");
    }
}
