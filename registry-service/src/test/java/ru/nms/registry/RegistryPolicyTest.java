package ru.nms.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import org.junit.jupiter.api.Test;

import ru.nms.platform.testkit.ApiDocument;
import ru.nms.platform.testkit.FedCollections;
import ru.nms.platform.testkit.PolicyMatrix;
import ru.nms.platform.testkit.ProblemCodes;
import ru.nms.platform.testkit.TableForms;

class RegistryPolicyTest {

    private static final String PEOPLE = "/api/registry/v1/people";

    @Test
    void admitsExactlyTheRolesThatAreWrittenDown() {
        PolicyMatrix.of(TYUMEN.context(), TYUMEN.port())
                .foreign(PEOPLE + "/{id}", PEOPLE + "/" + teacher(school(municipality("Абатский"))))
                .verify();
    }

    @Test
    void hasWordsForEveryRefusal() {
        assertThat(ProblemCodes.missing("problems/registry", "ru/nms/platform/problem/problems")).isEmpty();
    }

    @Test
    void isDescribedAsItIsCheckedIn() {
        ApiDocument.verify(TYUMEN, "registry");
    }

    @Test
    void givesEveryListAsATableToo() {
        TableForms.verify(TYUMEN);
    }

    @Test
    void hasARouteAtTheGatewayForEveryCollection() {
        FedCollections.verify(TYUMEN, "registry");
    }
}
