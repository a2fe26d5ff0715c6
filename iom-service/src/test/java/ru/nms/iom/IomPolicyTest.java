package ru.nms.iom;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.ApiDocument;
import ru.nms.platform.testkit.FedCollections;
import ru.nms.platform.testkit.PolicyMatrix;
import ru.nms.platform.testkit.TableForms;

class IomPolicyTest {

    private static final String ROUTES = "/api/iom/v1/routes";

    @Test
    void everyOperationAnswersExactlyItsRoles() {
        var iom = Iom.in(Iom.HEARING);
        var teacher = iom.teacher();
        iom.result(teacher);
        var route = ROUTES + "/" + iom.post(teacher.token(), "/routes", """
                {"personId": "%s", "from": "%s", "until": "%s"}""".formatted(teacher.id(), Iom.TODAY, Iom.TODAY.plusDays(90))).id();

        PolicyMatrix.of(iom.service().context(), iom.service().port())
                .foreign(ROUTES + "/{id}", route)
                .foreign(ROUTES + "/{id}/history", route + "/history")
                .foreign(ROUTES + "/{id}/form", route + "/form")
                .verify();
    }

    @Test
    void isDescribedAsItIsCheckedIn() {
        ApiDocument.verify(Iom.in(Iom.HEARING).service(), "iom");
    }

    @Test
    void givesEveryListAsATableToo() {
        TableForms.verify(Iom.in(Iom.HEARING).service());
    }

    @Test
    void hasARouteAtTheGatewayForEveryCollection() {
        FedCollections.verify(Iom.in(Iom.HEARING).service(), "iom");
    }
}
