package ru.nms.monitoring;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.ApiDocument;
import ru.nms.platform.testkit.FedCollections;
import ru.nms.platform.testkit.PolicyMatrix;
import ru.nms.platform.testkit.TableForms;

class MonitoringPolicyTest {

    @Test
    void admitsToEachOperationTheRolesOfThePolicyOnly() {
        var service = Monitoring.told("tyumen").service();
        PolicyMatrix.verify(service.context(), service.port());
    }

    @Test
    void isDescribedAsItIsCheckedIn() {
        ApiDocument.verify(Monitoring.told("tyumen").service(), "monitoring");
    }

    @Test
    void givesEveryListAsATableToo() {
        TableForms.verify(Monitoring.told("tyumen").service());
    }

    @Test
    void hasARouteAtTheGatewayForEveryCollection() {
        FedCollections.verify(Monitoring.told("tyumen").service(), "monitoring");
    }
}
