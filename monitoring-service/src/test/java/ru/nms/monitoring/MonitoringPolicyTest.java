package ru.nms.monitoring;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.PolicyMatrix;

class MonitoringPolicyTest {

    @Test
    void admitsToEachOperationTheRolesOfThePolicyOnly() {
        var service = Monitoring.told("tyumen").service();
        PolicyMatrix.verify(service.context(), service.port());
    }
}
