package ru.nms.diagnostics;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.testkit.ApiDocument;
import ru.nms.platform.testkit.FedCollections;
import ru.nms.platform.testkit.PolicyMatrix;
import ru.nms.platform.testkit.TableForms;

class PolicyComponentTest {

    private static final String RESULTS = "/api/diagnostics/v1/results";

    @Test
    void admitsExactlyTheRolesWrittenDown() {
        var result = Diagnostics.recorded(Diagnostics.PERM,
                Diagnostics.result(Learnt.person(UUID.randomUUID()), "2025-10-01", "METHODICAL", 900));
        PolicyMatrix.of(Diagnostics.PERM.context(), Diagnostics.PERM.port())
                .foreign(RESULTS + "/{id}", RESULTS + "/" + result)
                .verify();
    }

    @Test
    void isDescribedAsItIsCheckedIn() {
        ApiDocument.verify(Diagnostics.PERM, "diagnostics");
    }

    @Test
    void givesEveryListAsATableToo() {
        TableForms.verify(Diagnostics.PERM, "/api/diagnostics/v1/comparisons?personId=" + UUID.randomUUID());
    }

    @Test
    void hasARouteAtTheGatewayForEveryCollection() {
        FedCollections.verify(Diagnostics.PERM, "diagnostics");
    }
}
