package ru.nms.diagnostics;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.PolicyMatrix;

class PolicyComponentTest {

    @Test
    void admitsExactlyTheRolesWrittenDown() {
        PolicyMatrix.verify(Diagnostics.PERM.context(), Diagnostics.PERM.port());
    }
}
