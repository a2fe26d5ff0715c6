package ru.nms.events;

import static ru.nms.events.Events.SERVICE;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.PolicyMatrix;

class EventsPolicyTest {

    @Test
    void admitsToEachOperationTheRolesOfThePolicyOnly() {
        PolicyMatrix.verify(SERVICE.context(), SERVICE.port());
    }
}
