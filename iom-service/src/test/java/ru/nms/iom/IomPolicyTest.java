package ru.nms.iom;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.PolicyMatrix;

class IomPolicyTest {

    @Test
    void everyOperationAnswersExactlyItsRoles() {
        var service = Iom.in(Iom.HEARING).service();

        PolicyMatrix.verify(service.context(), service.port());
    }
}
